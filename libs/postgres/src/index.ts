export { isReplaying, markReplaying, PUBLISHES_WHILE_REPLAYING } from './replaying.ts';
export { RolledBack, type Sql, type Statement, sqlOf, transaction } from './sql.ts';
export { connect, createPool, types } from './connect.ts';
export { isRetryable, isTransient } from './errors.ts';
