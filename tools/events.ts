/** `npm run events`: what lies in the log, decoded. */
import { allTopics, type Codec, createCodec, type Topic, topicNamed, Undecodable } from '@offset-zero/contracts';
import { type LogRecord, readLog } from '@offset-zero/kafka';
import { readOptions, whole } from './arguments.ts';
import { failClearly, shopServers } from './servers.ts';

const HELP = `npm run -s events -- <topic>... [--key <key>] [--last <n>]

Prints the committed records of the named topics in the order of their times, decoded; what cannot be, as its bytes.
topics: ${allTopics.map(({ name }) => name).join(', ')}`;

function line(codec: Codec, topic: Topic, { timestamp, partition, offset, key, value }: LogRecord): string {
  const { record, text } = value === null ? { record: '(tombstone)', text: '' } : decoded(codec, topic, value);
  const place = `${topic.name}/${partition}@${offset}`;
  return `${new Date(timestamp).toISOString()}  ${place.padEnd(20)}  ${record.padEnd(14)}  ${key}  ${text}`.trimEnd();
}

function decoded(codec: Codec, topic: Topic, bytes: Buffer): { record: string; text: string } {
  try {
    const { record, value } = codec.decode(topic, bytes);
    return { record, text: JSON.stringify(value) };
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    return { record: `(${error.code})`, text: `${error.message}; base64: ${bytes.toString('base64')}` };
  }
}

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
