import { deepStrictEqual, throws } from 'node:assert';
import { type Decider, fold } from './decider.ts';

export interface Outcome<Event> {
  then(...expected: Event[]): void;
  /** The command changes nothing. */
  thenNothing(): void;
  /** The command is refused: it throws something with this `code`. */
  thenRefused(code: string): void;
}

/** `given(...what happened).when(command).then(...what happens)`, for any decider and any test runner. */
export const specification =
  <Command, Event, State>(decider: Decider<Command, Event, State>) =>
  (...past: Event[]): { when(command: Command): Outcome<Event> } => ({
    when(command) {
      const happens = () => decider.decide(command, fold(decider, past));
      return {
        then: (...expected) => deepStrictEqual(happens(), expected),
        thenNothing: () => deepStrictEqual(happens(), []),
        thenRefused: (code) => throws(happens, (thrown) => (deepStrictEqual(codeOf(thrown), code), true)),
      };
    },
  });

const codeOf = (thrown: unknown): unknown => (thrown as { code?: unknown } | null)?.code;
