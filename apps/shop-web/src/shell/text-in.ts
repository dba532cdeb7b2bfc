/** As much as the services search for. */
const LONGEST = 200;

/** Of a page's address the parts that are text, and that may be left out: `?q=knife`. */
export const textIn =
  <Name extends string>(...names: Name[]) =>
  (search: Record<string, unknown>): { [name in Name]?: string } =>
    Object.fromEntries(
      names.map((name) => [name, textOf(search[name])] as const).filter(([, text]) => text !== ''),
    ) as { [name in Name]?: string };

/** A number is a text that the router has taken for one. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, LONGEST) : '';
