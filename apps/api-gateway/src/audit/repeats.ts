import type { AuditLine } from './line.ts';

/** Whose calls are counted together: of one principal, or of one network. */
export type Client = Pick<AuditLine, 'who' | 'from'>;

interface Counted {
  client: Client;
  calls: number;
}

const ELSEWHERE: Client = { who: { subject: null }, from: 'elsewhere' };

/**
 * Strangers cost nobody more than so many lines: of one client the first `told` calls of a window are told, the others
 * counted. Of no more than `most` clients anything is told; the others are counted together.
 */
export class Repeats {
  private clients = new Map<string, Counted>();
  private elsewhere = 0;

  constructor(
    private readonly told: number,
    private readonly most: number,
  ) {}

  /** Counts a call. Whether it is to be told. */
  isTold(client: Client): boolean {
    const key = client.who.subject === null ? `from ${client.from}` : `who ${client.who.subject}`;
    const known = this.clients.get(key);
    if (known !== undefined) return ++known.calls <= this.told;
    if (this.clients.size < this.most) this.clients.set(key, { client, calls: 1 });
    else this.elsewhere++;
    return this.clients.has(key);
  }

  /** Ends the window. How many calls of whom were not told in it. */
  end(): (Client & { leftOut: number })[] {
    const counted = [...this.clients.values()].map(({ client, calls }) => ({ ...client, leftOut: calls - this.told }));
    const all = [...counted, { ...ELSEWHERE, leftOut: this.elsewhere }];
    this.clients = new Map();
    this.elsewhere = 0;
    return all.filter(({ leftOut }) => leftOut > 0);
  }
}
