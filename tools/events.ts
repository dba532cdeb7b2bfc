/** `npm run events`: what lies in the log, decoded. */
import { allTopics, type Codec, createCodec, told, type Topic, topicNamed } from '@offset-zero/contracts';
import { type LogRecord, readLog } from '@offset-zero/kafka';
import { readOptions, whole } from './arguments.ts';
import { failClearly, shopServers } from './servers.ts';

const HELP = `npm run -s events -- <topic>... [--key <key>] [--last <n>]

Prints the committed records of the named topics in the order of their times, decoded; what cannot be, as its bytes (4 kB at most).
topics: ${allTopics.map(({ name }) => name).join(', ')}`;

const NO_TIME = '(no time)'.padEnd('2026-11-21T09:39:45.087Z'.length);

function line(codec: Codec, topic: Topic, record: LogRecord): string {
  const { time, partition, offset, key, type, value, undecodable } = told(record, topic, codec);
  const what = undecodable === undefined ? (type ?? '(tombstone)') : `(${undecodable.code})`;
  const text = undecodable === undefined ? json(value) : `${undecodable.detail}; base64: ${undecodable.bytes}`;
  const place = `${topic.name}/${partition}@${offset}`;
  return `${time ?? NO_TIME}  ${place.padEnd(20)}  ${what.padEnd(14)}  ${key}  ${text}`.trimEnd();
}

const json = (value: object | null): string => (value === null ? '' : JSON.stringify(value));

async function main(): Promise<void> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { key: { type: 'string' }, last: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  const last = whole(values.last, '--last');
  const unknown = positionals.filter((name) => topicNamed(name) === undefined);
  if (values.help || positionals.length === 0 || unknown.length > 0) {
    console.log(unknown.length > 0 ? `no topic "${unknown.join('", "')}"\n\n${HELP}` : HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const { kafka, registryUrl } = shopServers('events');
  const codec = createCodec({ registryUrl });
  const found: { topic: Topic; record: LogRecord }[] = []; // topics in the order asked for, which decides between equal times
  for (const topic of positionals.map((name) => topicNamed(name)!)) {
    const records = (await readLog(kafka, topic.name)).filter(
      ({ key }) => values.key === undefined || key === values.key,
    );
    found.push(...records.map((record) => ({ topic, record })));
  }
  found.sort((a, b) => a.record.timestamp - b.record.timestamp);
  const shown = last === undefined ? found : found.slice(Math.max(0, found.length - last));
  await codec.learn(shown.map(({ record }) => record.value));
  for (const { topic, record } of shown) console.log(line(codec, topic, record));
}

await main().catch(failClearly(shopServers('events').address));
