export interface NumberRule {
  min: number;
  max: number;
}

/** What is wrong with a whole number, as `code: message`; undefined when nothing is. */
export function numberFault(value: unknown, { min, max }: NumberRule): string | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) return 'not-a-number: must be a number';
  if (value < min) return `too-small: must be at least ${min}`;
  if (value > max) return `too-large: must be at most ${max}`;
  if (!Number.isInteger(value)) return 'not-whole: must be a whole number';
  return undefined;
}

/** A number as it comes in a query string; anything else passes through, to be refused. */
export const numberFromText = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
