import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { relayTopic } from '@offset-zero/contracts';
import { connect } from '@offset-zero/postgres';
import { eventually } from '@offset-zero/testing';
import { REPUBLISH_LOCK } from '../src/republish/republish.process.ts';
import { createOwner, folded, held, type Owner, versionOf } from './republish-world.ts';

let owner: Owner;

beforeEach(async () => {
  owner = await createOwner();
}, 60_000);

afterEach(() => owner?.close(), 60_000);

const ids = (count: number, prefix = 'thing') => Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
const writeAll = async (keys: string[], name: string | null) => {
  for (const key of keys) await owner.write(key, name);
};
const agrees = async () => expect(await folded(owner)).toEqual(await held(owner));

describe('nothing differs', () => {
  it('and nothing is published, however little of the outbox is published yet', async () => {
    await writeAll(ids(20), 'first');
    await writeAll(ids(3), null);
    await owner.stopRelay();
    await writeAll(ids(20), 'second');
    const running = owner.run();
    owner.startRelay();
    expect(await running).toMatchObject({ differing: 0, repaired: 0, inMotion: 0, compared: 20 });
    expect((await owner.log()).length).toBe(43);
    await agrees();
  }, 60_000);
});

describe('a restored backup', () => {
  it('is told to the log, above every version that the log has had', async () => {
    await writeAll(ids(5), 'at the backup');
    await owner.write('thing-0', 'at the backup, again');
    const backup = await owner.rows();
    await writeAll(ids(3), 'after the backup');
    await owner.write('thing-3', null);
    await writeAll(ids(2, 'new'), 'after the backup');
    await owner.write('new-1', null);
    await owner.drained();
    await owner.restore(backup);
    await owner.write('thing-1', 'written before the repair'); // its version is in the log already
    await owner.drained();
    const before = (await owner.log()).length;

    const planned = await owner.run(true);
    expect(planned.counts).toEqual({
      ...{ 'log-ahead': 3, 'unknown-to-owner': 1, 'deleted-in-log': 1, 'deletion-forgotten': 1 },
    });
    expect(await owner.rows()).toEqual(
      backup.map((row) => (row.id === 'thing-1' ? { ...row, version: 2, name: 'written before the repair' } : row)),
    );
    expect((await owner.log()).length).toBe(before);

    expect(await owner.run()).toMatchObject({ counts: planned.counts, repaired: 6, inMotion: 0 });
    await agrees();
    for (const key of [...ids(5), ...ids(2, 'new')]) {
      const versions = (await owner.log()).filter((record) => record.key === key).map(versionOf);
      expect({ key, last: versions.at(-1) }).toEqual({ key, last: Math.max(...versions) });
      expect(versions.slice(0, -1)).not.toContain(versions.at(-1));
      expect(await owner.write(key, 'goes on')).toBe(Math.max(...versions) + 1);
    }
    await owner.drained();
    expect(await owner.run()).toMatchObject({ differing: 0 });
  }, 90_000);
});

describe('a lost topic', () => {
  it('has every current value again, each in the version it has, and the relay goes on by itself', async () => {
    await writeAll(ids(500), 'kept');
    await writeAll(ids(2), 'changed');
    await owner.write('thing-2', null);
    await owner.drained();
    await owner.loseTopic();
    expect(await owner.run()).toMatchObject({ counts: { 'missing-in-log': 499 }, repaired: 499, inMotion: 0 });
    await agrees();
    const log = await owner.log();
    expect(log.length).toBe(499);
    expect(log.find(({ key }) => key === 'thing-0')).toMatchObject({ headers: { ce_version: '2' } });
  }, 120_000);

  it('or that of the relay itself: what is written meanwhile is published once the topic is there again', async () => {
    await writeAll(ids(3), 'before');
    await owner.drained();
    await owner.loseTopic(relayTopic(owner.service).name, 1);
    await writeAll(ids(3), 'after');
    await owner.drained();
    expect(await owner.run()).toMatchObject({ differing: 0 });
    expect((await owner.log()).length).toBe(6);
  }, 120_000);
});

describe('a topic made again with other content', () => {
  it('ends up with what the table has', async () => {
    await writeAll(ids(6), 'right');
    await owner.write('thing-5', null);
    await owner.drained();
    await owner.loseTopic();
    const producer = owner.kafka.producer();
    await producer.connect();
    const value = (key: string, version: number, name: string) =>
      owner.codec.encode(owner.topic, 'Customer', owner.truth.value({ key, version, name }));
    const messages = [
      { key: 'thing-0', value: value('thing-0', 1, 'right') },
      { key: 'thing-1', value: value('thing-1', 1, 'wrong') },
      { key: 'thing-2', value: value('thing-2', 7, 'right') },
      { key: 'thing-3', value: Buffer.from('no Avro at all') },
      { key: 'thing-5', value: value('thing-5', 1, 'right') },
      { key: 'stranger', value: value('stranger', 3, 'who?') },
    ];
    await producer.send({ topic: owner.topic.name, messages });
    await producer.disconnect();
    expect((await owner.run()).counts).toEqual({
      'value-differs': 1,
      'log-ahead': 1,
      'log-behind': 1,
      'missing-in-log': 1,
      'deleted-by-owner': 1,
      'unknown-to-owner': 1,
    });
    await agrees();
    expect(await owner.write('stranger', 'mine now')).toBe(5);
  }, 120_000);
});

describe('while the service goes on writing', () => {
  it('nothing is published behind something newer, and nothing twice', async () => {
    const keys = ids(300);
    const idle = 75;
    await writeAll(keys, 'at first');
    await owner.drained();
    await owner.loseTopic();
    let over = false;
    const writer = async (mine: string[]) => {
      for (let i = 0; !over; i++) await owner.write(mine[i % mine.length]!, i % 7 === 0 ? null : `turn ${i}`);
    };
    const writers = [0, 1, 2].map((n) => writer(keys.filter((_, i) => i % 3 === n && i >= idle)));
    const reports = [];
    try {
      reports.push(await owner.run(), await owner.run());
    } finally {
      over = true;
      await Promise.all(writers);
    }
    await owner.drained();
    expect(await owner.run()).toMatchObject({ differing: 0, inMotion: 0 });
    expect(reports[0]!.differing).toBeGreaterThanOrEqual(idle);
    await agrees();
    const versions = Map.groupBy(await owner.log(), ({ key }) => key!);
    for (const [key, records] of versions) {
      const found = records.map(versionOf);
      expect({ key, found }).toEqual({ key, found: [...new Set(found)].sort((a, b) => a - b) });
    }
  }, 180_000);

  it('a change that is not committed yet is waited for', async () => {
    await writeAll(ids(2), 'at first');
    await owner.drained();
    await owner.loseTopic();
    const slow = await connect(owner.database.url);
    await slow.query('begin');
    await slow.query(`update thing set version = 2, name = 'slow' where id = 'thing-0'`);
    const running = owner.run();
    await owner.waiting();
    await owner.appendIn(slow, 'thing-0', 2, 'slow');
    await slow.query('commit');
    await slow.end();
    await running;
    await agrees();
    expect((await owner.log()).filter(({ key }) => key === 'thing-0').map(versionOf)).toEqual([2]);
  }, 120_000);
});

describe('two at once', () => {
  it('are one too many', async () => {
    const other = await connect(owner.database.url);
    await other.query('select pg_advisory_lock($1)', [REPUBLISH_LOCK]);
    await expect(owner.run()).rejects.toMatchObject({ name: 'RepublishRunning' });
    await other.end();
    await eventually(() => owner.run());
  }, 60_000);
});
