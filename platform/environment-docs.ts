import type { Variable } from './environment.ts';

/** .env.example: every variable, commented out with its standard value; those without one empty. */
export const envExample = (variables: Variable[]): string =>
  [
    '# Copy to .env and change what you need. Generated from platform/environment.ts: npm run docs',
    '',
    ...variables.flatMap(({ name, standard, about }) => [`# ${about.replaceAll('`', '')}`, `#${name}=${standard}`, '']),
  ].join('\n');

/** The same as a Markdown table. */
export const environmentTable = (variables: Variable[]): string =>
  [
    '| Variable | Standard | What it sets |',
    '| --- | --- | --- |',
    ...variables.map(({ name, standard, about }) => `| \`${name}\` | ${standard && `\`${standard}\``} | ${about} |`),
  ].join('\n');

const BEGIN = '<!-- generated from platform/environment.ts -->';
const END = '<!-- end -->';

/** Puts `table` between the two marks of `page`. */
export function withTable(page: string, table: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page has no ${BEGIN} … ${END}`);
  return `${page.slice(0, from + BEGIN.length)}\n\n${table}\n\n${page.slice(to)}`;
}
