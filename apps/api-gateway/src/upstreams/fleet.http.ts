import type { Addresses } from './addresses.ts';
import type { Version } from './canary.ts';
import { choose } from './choice.ts';
import { type CircuitSettings, Instance } from './instance.http.ts';

const NONE: ReadonlySet<Instance> = new Set();

/** All instances of one service. */
export class Fleet {
  /** Calls that were made once more, elsewhere or on a new connection. */
  retries = 0;
  readonly instances: readonly Instance[];
  /** Percent of the clients that get the canary; 0 where there is none. */
  readonly canaryWeight: number;
  private readonly stable: readonly Instance[];
  private readonly canary: readonly Instance[];
  private turn = 0;

  constructor({ stable, canary, canaryWeight }: Addresses, circuit: CircuitSettings) {
    this.canaryWeight = canary.length === 0 ? 0 : canaryWeight;
    this.stable = stable.map((address) => new Instance(address, 'stable', circuit));
    this.canary = canary.map((address) => new Instance(address, 'canary', circuit));
    this.instances = [...this.stable, ...this.canary];
  }

  /** An instance of this version that was not tried yet; undefined when every circuit is open. */
  choose(version: Version, tried: ReadonlySet<Instance>, repeatable: boolean): Instance | undefined {
    const chosen = this.next(version, tried, repeatable);
    this.turn++;
    return chosen;
  }

  /** An instance of this version against which nothing speaks. Undefined: it is somebody's turn who is in doubt, and stays so. */
  sound(version: Version): Instance | undefined {
    const chosen = this.next(version, NONE, true);
    if (chosen?.circuit !== 'closed' || chosen.resting) return undefined;
    this.turn++;
    return chosen;
  }

  private next(version: Version, tried: ReadonlySet<Instance>, repeatable: boolean): Instance | undefined {
    const by = { tried, repeatable, turn: this.turn };
    if (version === 'stable' || this.canary.length === 0) return choose(this.stable, by);
    const canary = choose(this.canary, by);
    return version === 'canary!' ? canary : (canary ?? choose(this.stable, by));
  }

  /** Milliseconds until the first circuit lets a call through. */
  get openForMs(): number {
    return Math.min(...this.instances.map(({ openForMs }) => openForMs));
  }

  async close(): Promise<void> {
    await Promise.all(this.instances.map((instance) => instance.close()));
  }
}
