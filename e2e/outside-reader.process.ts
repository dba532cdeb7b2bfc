import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokers, registryUrl } from './shop.process.ts';

const home = join(import.meta.dirname, 'outside-reader');
const jars = join(home, 'target/jars');
const LINE = '\n<<end of record>>\n';
const SEPARATOR = '<<separator>>';
const quiet = { stdio: ['ignore', 'pipe', 'ignore'] as ('ignore' | 'pipe')[], maxBuffer: 100_000_000 };

export interface ForeignRecord {
  partition: number;
  key: string;
  /** The bytes as they lie in the log; null is a tombstone. */
  value: Buffer | null;
}

function fetchJars(): void {
  if (existsSync(jars)) return;
  const copy = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.0:copy-dependencies';
  execFileSync('mvn', [
    '-B',
    '-q',
    '-f',
    join(home, 'pom.xml'),
    copy,
    '-DincludeScope=runtime',
    `-DoutputDirectory=${jars}`,
  ]);
}

/** Everything that Kafka's own console consumer reads from a topic, read committed, from the beginning. */
export function consoleConsumer(topic: string): ForeignRecord[] {
  fetchJars();
  const properties = [
    'print.partition=true',
    'print.key=true',
    `key.separator=${SEPARATOR}`,
    `line.separator=${LINE}`,
    'null.literal=<<null>>',
  ];
  const out = execFileSync(
    'java',
    [
      ...[
        '-cp',
        `${jars}/*`,
        'org.apache.kafka.tools.consumer.ConsoleConsumer',
        '--bootstrap-server',
        brokers.join(','),
      ],
      ...['--topic', topic, '--from-beginning', '--isolation-level', 'read_committed', '--timeout-ms', '5000'],
      ...properties.flatMap((property) => ['--formatter-property', property]),
    ],
    quiet,
  );
  return out
    .toString('latin1')
    .split(LINE)
    .filter((line) => line !== '')
    .map((line) => {
      const [partition, key, value] = line.split(SEPARATOR) as [string, string, string];
      return {
        partition: Number(partition.replace('Partition:', '')),
        key: Buffer.from(key, 'latin1').toString('utf8'),
        value: value === '<<null>>' ? null : Buffer.from(value, 'latin1'),
      };
    });
}

/** Decodes Confluent-framed values with Apache Avro for Java, each with the schema that the registry gives for its id. */
export async function apacheAvro(frames: Buffer[]): Promise<unknown[]> {
  fetchJars();
  const id = frames[0]!.readInt32BE(1);
  if (!frames.every((frame) => frame[0] === 0 && frame.readInt32BE(1) === id))
    throw new Error('more than one schema id');
  const { schema } = (await (await fetch(`${registryUrl}/schemas/ids/${id}`)).json()) as { schema: string };
  const schemaFile = join(mkdtempSync(join(tmpdir(), 'outside-reader-')), 'schema.avsc');
  writeFileSync(schemaFile, schema);
  const input = frames.map((frame) => frame.subarray(5).toString('hex')).join('\n') + '\n';
  const out = execFileSync('java', ['-cp', `${jars}/*`, join(home, 'Decode.java'), schemaFile], {
    input,
    maxBuffer: 100_000_000,
  });
  return out
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
