/** Several addresses of one thing: they are tried in turn, first the one that answered last. */
export class InTurn {
  constructor(private addresses: readonly string[]) {}

  /** What the first that answers says. Throws what the last one threw when none does. */
  async ask<T>(call: (address: string) => Promise<T>): Promise<T> {
    let why: unknown;
    for (const address of this.addresses) {
      try {
        const answer = await call(address);
        this.addresses = [address, ...this.addresses.filter((each) => each !== address)];
        return answer;
      } catch (error) {
        why = error;
      }
    }
    throw why;
  }
}
