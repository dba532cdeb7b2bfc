export { admitted } from './admitted.ts';
export { differencesWithLog } from './agreement.ts';
export { type FreshDatabase, freshDatabase } from './database.ts';
export { eventually } from './eventually.ts';
export { type Answer, type Ask, asking, type TokenSource } from './http.ts';
export { bearer, issuer, operatorsToken, startIssuer, type TestIssuer, type TokenWish } from './issuer.ts';
export { type Servers, servers } from './servers.ts';
