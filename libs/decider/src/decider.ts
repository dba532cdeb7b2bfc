/**
 * Rules as two pure functions (J. Chassaing, "Functional event sourcing decider"). `decide` says what happens when a
 * command meets a state, nothing (`[]`) included, or throws a refusal; `evolve` says what is so after an event. Time
 * and ids arrive in the command.
 */
export interface Decider<Command, Event, State> {
  readonly initial: State;
  decide(command: Command, state: State): Event[];
  evolve(state: State, event: Event): State;
}

/** The state after `events`, beginning from `state`. */
export const fold = <Command, Event, State>(
  { initial, evolve }: Decider<Command, Event, State>,
  events: readonly Event[],
  state: State = initial,
): State => events.reduce(evolve, state);
