const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** The largest unit of which it is at least one: 1,500 ms are 1.5 seconds. */
export function durationIn(ms: number): { value: number; unit: 'day' | 'hour' | 'minute' | 'second' | 'millisecond' } {
  const [unit, size] = UNITS.find(([, of]) => ms >= of) ?? (['millisecond', 1] as const);
  return { value: ms / size, unit };
}
