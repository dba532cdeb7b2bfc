const FIRST_MS = 100;
const LONGEST_MS = 2_000;

/** How long to wait after so many failures in a row, ms: 50-150 after the first, then twice as long, 1-3 s at most. */
export const backOff = (failures: number, random: () => number = Math.random): number =>
  Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS) * (0.5 + random());
