export { type Decider, fold } from './decider.ts';
export { type Outcome, specification } from './specification.ts';
