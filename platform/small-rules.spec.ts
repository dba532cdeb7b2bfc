import { describe, expect, it } from '@jest/globals';
import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { addressTable } from './address-table.ts';
import { backOff } from './back-off.ts';
import { javaMajor } from './java-version.ts';
import { clusterId, serverProperties } from './kafka.ts';
import { withRelay } from './manifests.process.ts';
import { transferred } from './maven-progress.ts';

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16', 25],
    ['java version "1.8.0_401"', 8],
    ['The operation couldn’t be completed. Unable to locate a Java Runtime.', undefined],
  ])('%s', (text, major) => expect(javaMajor(text)).toBe(major));
});

describe('the progress of Maven', () => {
  it('counts what has come and what is coming', () =>
    expect(
      transferred(
        'Downloaded from central: https://x/a.jar (1.5 MB at 10 MB/s)\n[INFO] Downloaded from central: https://x/b.jar (500 kB at 1 MB/s)\nProgress (1): 12/142 MB\rProgress (1): 40/142 MB',
      ),
    ).toBe('2 files, 2 MB, 40 of 142 MB of the next'));
});

describe('the pause before the next start', () => {
  it('doubles up to 15 s', () => expect([1, 2, 3, 6, 20].map(backOff)).toEqual([500, 1_000, 2_000, 15_000, 15_000]));
});

describe('Kafka', () => {
  it('never gets a cluster id that its tool takes for an option', () => {
    const dashed = Buffer.alloc(16, 0xfb);
    expect(dashed.toString('base64url')).toMatch(/^-/);
    expect(clusterId(dashed)).toMatch(/^[\w][\w-]{21}$/);
  });
  it('listens on this machine only', () => {
    const text = serverProperties({ port: 1, controllerPort: 2, logDir: '/x' });
    expect(text.match(/listeners=.*/g)!.join()).not.toMatch(/\/\/(?!127\.0\.0\.1)/);
  });
});

describe('the table of addresses', () => {
  const shop = {
    brokers: '127.0.0.1:9092',
    registryUrl: 'http://r',
    postgresUrl: 'postgres://postgres:secret@h:1/postgres',
  };
  const orders = { manifest: service({ name: 'order-service', port: 1, summary: 'Owns orders' }), port: 3004 };
  const table = (state: string) => addressTable({ ...shop, services: [{ ...orders, state }] }).join('\n');

  it('shows who listens where, and no password', () => {
    expect(table('ready')).toMatch(/order-service {2}http:\/\/127\.0\.0\.1:3004 {2}Owns orders/);
    expect(table('ready')).not.toContain('secret');
  });
  it('names what is not ready and what was not started', () => {
    expect(table('crashed')).toMatch(/3004 .*NOT READY/);
    expect(table('stopped')).toMatch(/not started: order-service/);
  });
});

describe('a relay', () => {
  const app = (name: string, topics: object) => ({
    manifest: service({ name, port: 1, summary: '', ...topics }),
    folder: '',
    project: '',
  });

  it('is with who owns a topic and with who only sends to one', () =>
    expect(
      withRelay([
        app('owner', { owns: [topics.order] }),
        app('sender', { sends: [topics.stockCommands] }),
        app('reader', { reactsTo: [topics.orderEvents] }),
      ]),
    ).toEqual(['owner', 'sender']));
});
