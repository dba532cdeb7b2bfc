export { type View, view, type ViewOptions } from './view.ts';
export { replay } from './fold.ts';
export { type Difference, type Verification, verify } from './verify.process.ts';
