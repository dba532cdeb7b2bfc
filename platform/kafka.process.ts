import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKafka } from '@offset-zero/kafka';
import { clusterId, type Listener, serverProperties } from './kafka.ts';
import { java } from './prerequisites.process.ts';
import type { Program } from './program.process.ts';
import { runToEnd } from './run-to-end.process.ts';
import { passedOn } from './service-environment.ts';

const log4j = join(import.meta.dirname, 'kafka-log4j2.yaml');

/** Apache Kafka as one process, broker and controller. `folder` holds its log; formatted at the first start. */
export function kafkaProgram(o: {
  jars: string;
  folder: string;
  port: number;
  controllerPort: number;
  listeners?: Listener[];
}): Program {
  const properties = join(o.folder, 'server.properties');
  const logDir = join(o.folder, 'log');
  const classPath = join(o.jars, '*');
  return {
    name: 'kafka',
    command: java(),
    args: [
      ...['-Xms96m', '-Xmx384m', '-XX:MaxDirectMemorySize=256m', '-XX:+UseSerialGC', '-XX:+ExitOnOutOfMemoryError'],
      `-Dlog4j2.configurationFile=${log4j}`,
      ...['-cp', classPath, 'kafka.Kafka', properties],
    ],
    cwd: o.folder,
    env: passedOn(process.env),
    stopSignal: 'SIGTERM',
    patienceMs: 20_000,
    async prepare() {
      mkdirSync(o.folder, { recursive: true, mode: 0o700 });
      writeFileSync(properties, serverProperties({ ...o, logDir }));
      if (!existsSync(join(logDir, 'meta.properties'))) await format(classPath, properties, logDir);
    },
    isReady: () => answers(o.port),
  };
}

async function format(classPath: string, properties: string, logDir: string): Promise<void> {
  rmSync(logDir, { recursive: true, force: true }); // half of a format that was killed
  const args = [
    ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', classPath, 'kafka.tools.StorageTool'],
    ...['format', '--standalone', '-t', clusterId(randomBytes(16)), '-c', properties],
  ];
  await runToEnd(java(), args, { env: passedOn(process.env) });
}

/** The broker names itself as controller: it takes requests. */
async function answers(port: number): Promise<void> {
  const kafka = createKafka({ brokers: [`127.0.0.1:${port}`], clientId: 'platform', log: () => {} });
  const admin = kafka.admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    if (brokers.length === 0) throw new Error('Kafka has no broker yet');
  } finally {
    await admin.disconnect();
  }
}
