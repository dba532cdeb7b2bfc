/** One partition of a subscription: what its rows are found by. */
export interface Place {
  readonly subscription: string;
  readonly topic: string;
  readonly partition: number;
}
