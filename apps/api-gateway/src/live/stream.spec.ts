import { describe, expect, it } from '@jest/globals';
import type { Positions } from './cursor.ts';
import type { Entry } from './entry.ts';
import { Ring } from './ring.ts';
import { type EndReason, LiveStream } from './stream.ts';

const entry = (offset: number): Entry => ({
  ...{ topic: 't', partition: 0, offset, key: null, isUndecodable: false, body: Buffer.from(`body ${offset};`) },
});

/** A stream whose client takes `room` writes before it is full. */
function world(room = Infinity, bodyOf: (entry: Entry) => Buffer = ({ body }) => body) {
  const ring = new Ring({ entries: 5, bytes: 10_000 }, new Map([['t', [0]]]));
  const written: string[] = [];
  const ends: EndReason[] = [];
  let now = 0;
  let left = room;
  const stream = new LiveStream({
    sink: {
      write: (bytes) => (written.push(bytes.toString()), --left > 0),
      end: () => written.push('END'),
      destroy: () => written.push('CUT'),
    },
    topics: new Set(['t']),
    sees: ({ offset }) => offset % 10 !== 9,
    bodyOf,
    cursor: (mine?: Positions) => `at${(mine ?? ring.head).get('t')![0]}`,
    onEnd: (reason) => ends.push(reason),
    now: () => now,
  });
  const push = (offset: number) => {
    ring.head.get('t')![0] = offset + 1;
    ring.push(entry(offset), Buffer.from(`frame ${offset};`));
    stream.pump();
  };
  const drain = (more: number) => {
    left = more;
    stream.drained();
  };
  return { ring, stream, written, ends, push, drain, later: (ms: number) => (now += ms) };
}

describe('a live stream', () => {
  it('is ready at once when it begins at the end, and shows what comes', () => {
    const { ring, stream, written, push } = world();
    stream.join(ring, ring.next);
    push(0);
    push(9);
    expect(written).toEqual(['id: at0\nevent: ready\ndata: {}\n\n', 'frame 0;']);
    expect(stream.sent).toBe(1);
  });

  it('shows less of a record to whoever may see less, under the same id', () => {
    const { ring, stream, written } = world(Infinity, () => Buffer.from('bare;'));
    stream.join(ring, ring.next);
    ring.head.get('t')![0] = 1;
    ring.push(entry(0), Buffer.from('id: x\nbody 0;'));
    stream.pump();
    expect(written.at(-1)).toBe('id: x\nbare;');
  });

  it('waits for a client that is full, and keeps nothing for it', () => {
    const { ring, stream, written, push, drain } = world(2);
    stream.join(ring, ring.next);
    for (let offset = 0; offset < 4; offset++) push(offset);
    expect(written.slice(1)).toEqual(['frame 0;']);
    drain(10);
    expect(written.slice(2)).toEqual(['frame 1;', 'frame 2;', 'frame 3;']);
  });

  it('is cut when the ring has moved past it, though the client is still full', () => {
    const { ring, stream, written, ends, push } = world(2);
    stream.join(ring, ring.next);
    for (let offset = 0; offset < 7; offset++) push(offset);
    expect(written.at(-1)).toBe('CUT');
    expect(ends).toEqual(['slow']);
    push(7);
    expect(written.at(-1)).toBe('CUT');
  });

  it('knows for how long its client has taken nothing', () => {
    const { ring, stream, drain, later } = world(1);
    stream.join(ring, ring.next);
    later(5);
    expect(stream.stalledMs).toBe(5);
    drain(1);
    expect(stream.stalledMs).toBe(0);
  });

  it('tells how far it is only when it has everything', () => {
    const { ring, stream, written, push, drain } = world(2);
    stream.beat('at0');
    stream.join(ring, ring.next);
    push(0);
    stream.beat('at1');
    drain(10);
    stream.beat('at1');
    expect(written).toEqual([': alive\n\n', 'id: at0\nevent: ready\ndata: {}\n\n', 'frame 0;', ': alive\nid: at1\n\n']);
  });

  it('says that there is a gap, goes on at the end, and is ready again', () => {
    const { ring, stream, written, push } = world();
    push(0);
    stream.reset(ring, 'too-old');
    expect(written).toEqual([
      'id: at1\nevent: reset\ndata: {"reason":"too-old"}\n\n',
      'id: at1\nevent: ready\ndata: {}\n\n',
    ]);
  });

  it('hands over one by one while it catches up, and lets go of a client that has left', async () => {
    const { stream, written, ends } = world(1);
    const given = stream.give(Buffer.from('one'));
    stream.end('left');
    await given;
    await stream.give(Buffer.from('two'));
    expect(written).toEqual(['one', 'CUT']);
    expect(ends).toEqual(['left']);
  });

  it.each([
    ['expired', 'END'],
    ['stopping', 'END'],
    ['failed', 'CUT'],
  ] as const)('that has %s ends with %s', (reason, how) => {
    const { stream, written } = world();
    stream.end(reason);
    stream.end('left');
    expect(written).toEqual([how]);
  });
});
