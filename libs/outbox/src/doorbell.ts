/** Ends somebody's wait early. */
export interface Doorbell {
  ring(): void;
  /** Forgets earlier rings: call it before looking, so that a ring while looking counts. */
  reset(): void;
  /** Resolves after `ms`, or at a ring, or at once when it has rung since the reset. */
  wait(ms: number): Promise<void>;
}

export function createDoorbell(): Doorbell {
  let rung = false;
  let wakeUp = () => {};
  return {
    ring() {
      rung = true;
      wakeUp();
    },
    reset() {
      rung = false;
    },
    async wait(ms) {
      if (rung) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      wakeUp = resolve;
      await promise;
      clearTimeout(timer);
    },
  };
}
