/** How many messages to take first of what was just given to us: enough to learn how fast they go. */
export const FIRST = 500;

const LONGEST_MS = 5_000;

/**
 * How many messages to take together after so many of them took `ms`: twice as many as before at most, and no more than
 * end within 5 s. Until a transaction ends nobody sees that anything moves, and a slow handler's whole fetch may take minutes.
 */
export const sizeAfterSuccess = (size: number, messages: number, ms: number): number =>
  Math.min(2 * size, messages === 0 ? Infinity : Math.max(1, Math.floor((messages * LONGEST_MS) / ms)));
