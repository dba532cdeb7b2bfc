const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** Something that can be seen: not only spaces, line breaks, joiners and marks of direction. */
const VISIBLE = /[^\s\p{Z}\p{Cf}]/u;
/** Tab, line feed and carriage return belong to text of several lines only. */
const LINE_CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

export const SKU = /^[A-Za-z0-9._-]{1,64}$/;
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const CURRENCY = /^[A-Z]{3}$/;
export const COUNTRY = /^[A-Z]{2}$/;

export interface TextRule {
  /** Least and most characters (Unicode code points), after normalising and trimming; least is 1 unless said. */
  min?: number;
  max: number;
  pattern?: RegExp;
  /** Tabs and line breaks are text too. */
  lines?: boolean;
}

const LINE = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';
const LINES = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
/** \p{Z} and \p{Cf} of the basic plane, in words that the regular expressions of every language know. */
const BLANK = [
  '\\s\\u00a0\\u00ad\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u1680\\u180e',
  '\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff\\ufff9-\\ufffb',
].join('');

/** The characters of a text as JSON Schema can tell them: what matches, and has the length, is not refused. */
export function patternOf({ min = 1, pattern, lines = false }: TextRule): string {
  if (pattern !== undefined) return pattern.source;
  const other = lines ? LINES : LINE;
  return min === 0 ? `^[^${other}]*$` : `^[^${other}]*[^${other}${BLANK}][^${other}]*$`;
}

/** One spelling of the same text: NFC, without the white space around it. Anything but a string passes through. */
export const normalise = (value: unknown): unknown =>
  typeof value === 'string' && value.isWellFormed() ? value.normalize('NFC').trim() : value;

/** What is wrong with a (normalised) value, as `code: message`; undefined when nothing is. */
export function textFault(value: unknown, { min = 1, max, pattern, lines = false }: TextRule): string | undefined {
  if (typeof value !== 'string') return 'not-a-string: must be a string';
  if (!value.isWellFormed()) return 'not-unicode: must not contain a lone surrogate';
  if ((lines ? CONTROL : LINE_CONTROL).test(value)) return 'control-character: must not contain control characters';
  const length = value.length > 2 * max ? value.length : [...value].length;
  if (min > 0 && !VISIBLE.test(value)) return 'empty: must not be empty';
  if (length < min) return min === 1 ? 'empty: must not be empty' : `too-short: must have at least ${min} characters`;
  if (length > max) return `too-long: must have at most ${max} characters`;
  if (pattern !== undefined && !pattern.test(value)) return `wrong-format: must match ${pattern.source}`;
  return undefined;
}
