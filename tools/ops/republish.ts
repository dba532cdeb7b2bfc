import { setTimeout as pause } from 'node:timers/promises';
import { type Command, CONFIRMED, CONFIRMED_USAGE, confirmed, text } from './command.ts';
import type { Io } from './io.ts';
import type { Service } from './service.ts';
import { short, table } from './table.ts';

interface Report {
  topic: string;
  step: string;
  recordsRead: number;
  compared: number;
  differing: number;
  counts: Record<string, number>;
  examples: { key: string; kind: string; logVersion: number | null; ownerVersion: number | null; version: number }[];
  repaired: number;
  inMotion: number;
}

export interface Run {
  state: 'never' | 'running' | 'done' | 'failed';
  startedAt?: string;
  error?: string;
  topics: Report[];
  notComparable: { topic: string; kind: string; offsets: number }[];
}

const LOOK_MS = 250;
const TELL_MS = 2_000;

/** `npm run ops -- republish` */
export const republish: Command = {
  usage: `[--topic <name>] ${CONFIRMED_USAGE}`,
  about: "compares a service's tables with its whole-value topics, and repairs what differs",
  more: `For a restored backup, and for a topic that was lost or made again. The table is the truth; versions go on above
everything that the log has seen. The service goes on working meanwhile. Exit code 1: something differs (--dry-run), or
could not be compared or repaired. docs/operations/republish.md says what to do before and after.`,
  takes: [0, 0],
  options: { ...CONFIRMED, topic: { type: 'string' } },
  async run(given, io) {
    const { service } = given;
    const topic = text(given, 'topic');
    const found = await follow(service, io, { topic, dryRun: true });
    io.say(toldOf(found));
    const differing = sum(found, 'differing');
    if (differing === 0) return concluded(found);
    if (!(await confirmed(given, io, `Repair ${differing} keys?`))) {
      process.exitCode = 1;
      return found;
    }
    const done = await follow(service, io, { topic, dryRun: false });
    io.say(`\n${sum(done, 'repaired')} of ${sum(done, 'differing')} keys that differed are repaired`);
    return concluded(done);
  },
};

/** Begins a run and waits for its end. Throws when it failed or the service has forgotten it. */
async function follow(service: Service, io: Io, body: { topic?: string; dryRun: boolean }): Promise<Run> {
  const begun = await service.post<Run>('republish', body);
  let told = Date.now();
  for (;;) {
    const run = await service.get<Run>('republish');
    if (run.startedAt !== begun.startedAt) throw new Error(`${service.name} was started again: republish again`);
    if (run.state === 'failed') throw new Error(`${service.name}: ${run.error}: republish again`);
    if (run.state === 'done') return run;
    if (Date.now() - told >= TELL_MS) {
      told = Date.now();
      io.say(progressOf(run));
    }
    await pause(LOOK_MS);
  }
}

/** What is left in motion was not compared: that is no success. */
function concluded(run: Run): Run {
  if (sum(run, 'inMotion') > 0) process.exitCode = 1;
  return run;
}

const sum = ({ topics }: Run, of: 'differing' | 'repaired' | 'inMotion'): number =>
  topics.reduce((all, report) => all + report[of], 0);

/** One line while it works. */
export function progressOf({ topics }: Run): string {
  const now = topics.find(({ step }) => step !== 'done') ?? topics.at(-1)!;
  const counted = `${now.recordsRead} records read, ${now.compared} rows compared`;
  return `${now.topic}: ${now.step}; ${counted}, ${now.differing} differ, ${now.inMotion} open`;
}

/** The report for people. */
function toldOf({ topics, notComparable }: Run): string {
  const parts = topics.map((report) => {
    const { topic, compared, differing, inMotion, recordsRead, counts, examples } = report;
    const head = `${topic}: ${compared} rows and ${recordsRead} records compared, ${differing} keys differ`;
    const moving = inMotion > 0 ? `${inMotion} keys were written all the while, or wait in the outbox: look again` : [];
    const kinds = table(['difference', 'keys'], Object.entries(counts));
    const rows = examples.map(({ kind, key, logVersion, ownerVersion, version }) => [
      ...[kind, short(key), String(logVersion ?? '–'), String(ownerVersion ?? '–'), String(version)],
    ]);
    const listed = table(['difference', 'key', 'log has', 'table has', 'becomes'], rows);
    return [head, moving, differing > 0 ? ['', kinds, '', listed] : []].flat(2).join('\n');
  });
  const facts = notComparable.map(({ topic, kind, offsets }) => `${topic} (${kind}, ${offsets} offsets)`);
  const beyond = facts.length > 0 ? [`No table can tell again what is lost of ${facts.join(', ')}.`] : [];
  return [...parts, ...beyond].join('\n\n');
}
