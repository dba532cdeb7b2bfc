export type Fields = Readonly<Record<string, unknown>>;

/** What a field of something kept in a file must be: "role must be one of …". */
export interface Rule {
  field: string;
  must: string;
  holds: (value: unknown, all: Fields) => boolean;
}

/** The rules that `value` breaks, one line each. They say what must be, never what is: that may be a secret. */
export function faultsIn(where: string, value: unknown, rules: readonly Rule[]): string[] {
  if (!isRecord(value)) return [`${where} must be an object`];
  return rules
    .filter(({ field, holds }) => !holds(value[field], value))
    .map(({ field, must }) => `${where}: ${field} must ${must}`);
}

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LINE = /^[^\p{Cc}\u2028\u2029]{1,255}$/u;

/** As services take it in a token, and as a form can send it. */
export const isLine = (value: unknown): value is string =>
  typeof value === 'string' && value.isWellFormed() && LINE.test(value);
