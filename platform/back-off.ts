const FIRST_MS = 500;
const LONGEST_MS = 15_000;

/** How long to wait before a process that has ended `failures` times in a row is started again, in ms. */
export const backOff = (failures: number): number => Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
