const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:([\s'’])\d{3})(?:\1\d{3})*$/;

/**
 * Pieces that somebody typed: digits, and between thousands always a space or always an apostrophe. Undefined for anything
 * else, and below 1 or above `most`; nothing is made to fit, so that what is booked is what stands there.
 */
export function piecesIn(text: string, most: number): number | undefined {
  const typed = text.trim();
  if (!PLAIN.test(typed) && !GROUPED.test(typed)) return undefined;
  const pieces = Number(typed.replaceAll(/\D/g, ''));
  return pieces >= 1 && pieces <= most ? pieces : undefined;
}
