/** How often a line that goes on waiting is looked at, at least. */
const LONGEST_MS = 60_000;

/**
 * When lines that wait are tried although nothing was seen to arrive. What slipped through did so when the line was put
 * aside, or when a process died: so each is tried once at the first sweep that sees it, then ever more seldom.
 */
export class Schedule {
  private readonly everyMs: number;
  private lines = new Map<string, { dueAt: number; pauseMs: number }>();

  constructor(everyMs: number) {
    this.everyMs = everyMs;
  }

  /** Those of the lines that wait now that are to be tried now. Others are forgotten. */
  due<L extends { id: string }>(waiting: readonly L[], now: number): L[] {
    const known = this.lines;
    this.lines = new Map();
    return waiting.filter(({ id }) => {
      const before = known.get(id) ?? this.lines.get(id);
      const isDue = before === undefined || now >= before.dueAt;
      this.lines.set(id, isDue ? this.later(before?.pauseMs, now) : before);
      return isDue;
    });
  }

  /** It is to be tried by the next sweep. */
  forget(id: string): void {
    this.lines.delete(id);
  }

  private later(lastMs: number | undefined, now: number): { dueAt: number; pauseMs: number } {
    const pauseMs = lastMs === undefined ? this.everyMs : Math.min(2 * lastMs, Math.max(LONGEST_MS, this.everyMs));
    return { dueAt: now + pauseMs, pauseMs };
  }
}
