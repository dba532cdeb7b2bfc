import type { Result } from './result.ts';

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });

function ratio({ ratio }: Result): string {
  if (!ratio) return '';
  const expected = ratio.expected === undefined ? '' : ` (expected >= ${number(ratio.expected)})`;
  return `${number(ratio.of)}x ${ratio.to}${expected}`;
}

/** The results as text, a line each, columns aligned. */
export function table(results: Result[]): string {
  const rows = results.map((result) => [result.bench, result.what, number(result.value), result.unit, ratio(result)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 2 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
