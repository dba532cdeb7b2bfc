const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** What `--to` means, as `POST /ops/subscriptions/{name}/reset` takes it. Throws one line. */
export function targetOf(to: string | undefined): 'beginning' | 'end' | { offset: number } | { time: string } {
  if (to === 'beginning' || to === 'end') return to;
  if (to !== undefined && /^\d{1,15}$/.test(to)) return { offset: Number(to) };
  if (to !== undefined && ISO_TIME.test(to) && !Number.isNaN(Date.parse(to))) return { time: to };
  const takes = 'an offset, a time like 2026-11-21T08:00:00Z, "beginning" or "end"';
  throw new Error(to === undefined ? `Say where, with --to: ${takes}` : `--to takes ${takes}, not "${to}"`);
}
