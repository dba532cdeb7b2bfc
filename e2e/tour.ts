export interface Step {
  commands: string;
  /** What the README says that they print; undefined where it does not say. */
  output?: string;
}

/** The ```sh blocks of a Markdown text in their order, each with the ```text block that follows it. */
export function tourOf(markdown: string): Step[] {
  const blocks = [...markdown.matchAll(/^```(sh|text)\n([^]*?)^```$/gm)].map(([, kind, text]) => ({
    kind,
    text: text!,
  }));
  return blocks.flatMap(({ kind, text }, i) => {
    if (kind !== 'sh') return [];
    const next = blocks[i + 1];
    return [{ commands: text, output: next?.kind === 'text' ? next.text : undefined }];
  });
}

const END = '--- end of step ---';

/** One shell script for all steps, so that variables live on. */
export const scriptOf = (steps: Step[]): string =>
  ['set -eo pipefail', ...steps.map(({ commands }) => `${commands}\necho; echo '${END}'`)].join('\n');

export const outputsOf = (printed: string): string[] => printed.split(`${END}\n`).slice(0, -1);

/** What differs from one run to the next becomes a word: ids, times, offsets, counts of a shared log. */
export const steady = (output: string): string =>
  output
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/\b1[6-9]\d{11}\b/g, 'MILLIS')
    .replace(/knife-\d+/g, 'KNIFE')
    .replace(/\/\d+@\d+ */g, '/PLACE ')
    .replace(/\d+ records/g, 'N records')
    .replace(/\d+ after/g, 'N after')
    .replace(/[\d.,]+ (s|rows\/s|records\/s)\b/g, 'N $1')
    .replace(/\(\d+\/s\)/g, '(N/s)')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/\(\d+ existed\) ?/g, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
