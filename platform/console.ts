import { styleText } from 'node:util';

type Tone = 'green' | 'red' | 'yellow' | 'dim' | 'bold';

process.stdout.on('error', () => {}); // whoever read us is gone: no reason to fall over
process.stderr.on('error', () => {});

const paint = (tone: Tone, text: string) => styleText(tone, text, { stream: process.stdout });
const began = Date.now();
let live = false;

/** A line that stays. */
export function say(text = ''): void {
  if (live) process.stdout.write('\r\x1b[K');
  live = false;
  process.stdout.write(`${text}\n`);
}

const timed = (mark: string, who: string, what: string) =>
  `${dim(new Date().toTimeString().slice(0, 8))} ${mark} ${who.padEnd(17)} ${what}`;

/** A piece of the system has something to tell: ready, crashed, starting again. */
export function tell(who: string, what: string, tone: Tone = 'dim'): void {
  const mark = { green: '✔', red: '✖', yellow: '!', dim: '·', bold: ' ' }[tone];
  say(timed(paint(tone, mark), who, what));
}

/** Where some work stands: one line rewritten on a terminal, else a line every few seconds. */
export function progressLine(who: string): (what: string) => void {
  let last = 0;
  return (what) => {
    const now = Date.now();
    if (process.stdout.isTTY) {
      if (now - last < 100) return;
      process.stdout.write(`\r\x1b[K${timed('·', who, what)}`);
      live = true;
    } else if (now - last >= 3_000) {
      say(timed('·', who, what));
    } else return;
    last = now;
  };
}

/** The reason why nothing can go on: one line each; indented lines are what somebody else said about it. */
export function complain(text: string): void {
  if (live) say();
  for (const line of text.split('\n'))
    process.stderr.write(line.startsWith(' ') ? `${line}\n` : `${paint('red', '✖')} ${line}\n`);
}

export const indented = (text: string): string => text.replace(/^/gm, '    ');

export const bold = (text: string): string => paint('bold', text);
export const dim = (text: string): string => paint('dim', text);
export const seconds = (since = began): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
