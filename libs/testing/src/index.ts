export { differencesWithLog } from './agreement.ts';
export { type FreshDatabase, freshDatabase } from './database.ts';
export { eventually } from './eventually.ts';
export { type Answer, type Ask, asking } from './http.ts';
export { type Servers, servers } from './servers.ts';
