export type Headers = Record<string, string | string[] | undefined>;

/** Takes an answer as it arrives. */
export interface Sink {
  head(status: number, headers: Headers): void;
  /** False: no more, until what `whenFree` was given is called. */
  chunk(chunk: Buffer): boolean;
  whenFree(resume: () => void): void;
  end(): void;
  /** The answer has broken off. */
  broken(error: Error): void;
}
