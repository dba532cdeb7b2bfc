/** One record as the streams need it: written down once, whoever gets it. */
export interface Entry {
  topic: string;
  partition: number;
  offset: number;
  key: string | null;
  /** Whose it is, where the value says so. */
  customerId?: string;
  isUndecodable: boolean;
  /** The event without its id. */
  body: Buffer;
  /** The event with the id that is right for a stream which has everything before it in the ring's order. */
  frame: Buffer;
}
