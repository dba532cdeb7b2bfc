export type Cell = string | number | undefined;

/** Rows under a head, in columns that line up: numbers to the right. Undefined is an empty cell. */
export function table(head: string[], rows: Cell[][]): string {
  const texts = [head, ...rows.map((row) => row.map((cell) => (cell === undefined ? '' : String(cell))))];
  const widths = head.map((_, column) => Math.max(...texts.map((row) => [...row[column]!].length)));
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const line = (row: string[]) =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(widths[column]! - [...cell].length);
        return isNumber[column] ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return texts.map(line).join('\n');
}

/** What a terminal must not be told by a message: control characters become `·`; long texts are cut. */
export function short(value: string | null, most = 60): string {
  if (value === null) return '–';
  const plain = value.replace(/\p{C}/gu, '·');
  return [...plain].length > most ? `${[...plain].slice(0, most - 1).join('')}…` : plain;
}

const UNITS: [ms: number, unit: string][] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

/** A duration in its largest unit: `3 h`. */
export function duration(ms: number): string {
  const [size, unit] = UNITS.find(([size]) => ms >= size) ?? [1, 'ms'];
  return `${Math.round(ms / size)} ${unit}`;
}
