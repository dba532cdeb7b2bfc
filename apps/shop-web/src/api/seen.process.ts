import { createSeen } from './seen.ts';

/** What was written in this tab. */
export const seen = createSeen();
