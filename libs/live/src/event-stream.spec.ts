import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventParser, eventText, idText } from './event-stream.ts';

const read = (...pieces: string[]) => {
  const parser = eventParser();
  const events = pieces.flatMap((piece) => parser.push(piece));
  return { events, id: parser.lastEventId(), retry: parser.retryMs() };
};

describe('an event stream', () => {
  it('gives events with their names, and how far one is', () =>
    expect(read('retry: 2000\n\n', idText('7') + eventText('record', '{"a":1}'))).toEqual({
      events: [{ event: 'record', data: '{"a":1}' }],
      id: '7',
      retry: 2000,
    }));

  it('takes an id without data as progress, and a comment as nothing', () =>
    expect(read(': alive\nid: 8\n\n')).toEqual({ events: [], id: '8', retry: undefined }));

  it('has not brought an event that was broken off', () =>
    expect(read('id: 7\nevent: record\ndata: 1\n\nid: 8\nevent: record\ndata: 2\n')).toMatchObject({
      events: [{ data: '1' }],
      id: '7',
    }));

  it.each(['\n', '\r\n', '\r'])('may have lines that end with %j', (end) =>
    expect(read(['event: a', 'data: 1', 'data:2', '', ': x', ''].join(end)).events).toEqual([
      { event: 'a', data: '1\n2' },
    ]),
  );

  it('may begin with a byte order mark', () => expect(read('\uFEFFdata: 1\n\n').events).toHaveLength(1));

  it('ignores an id with a NUL, a retry that is no number, and fields it does not know', () =>
    expect(read('id: a\0\nretry: soon\nother: 1\ndata\n\n')).toEqual({
      events: [{ event: 'message', data: '' }],
      id: '',
      retry: undefined,
    }));

  it('is the same in whatever pieces it comes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.stringMatching(/^[\w-]+$/), data: fc.json() }), { maxLength: 10 }),
        fc.constantFrom('\n', '\r\n'),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (sent, end, sizes) => {
          const text = sent.map(({ id, data }) => idText(id) + eventText('record', data)).join('');
          const wire = text.replaceAll('\n', end);
          const pieces: string[] = [];
          for (let at = 0; at < wire.length;) {
            const size = sizes.next().value as number;
            pieces.push(wire.slice(at, at + size));
            at += size;
          }
          const { events, id } = read(...pieces);
          expect(events).toEqual(sent.map(({ data }) => ({ event: 'record', data })));
          expect(id).toBe(sent.at(-1)?.id ?? '');
        },
      ),
    ));
});
