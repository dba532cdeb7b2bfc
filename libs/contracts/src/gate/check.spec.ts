import { describe, expect, it } from '@jest/globals';
import { schemasOf, WORKSPACE } from '../generate/files.ts';
import type { FieldSchema, RecordSchema } from '../schema.ts';
import { check } from './check.ts';
import type { Golden } from './golden.ts';
import { release } from './release.ts';
import { SUMS } from './sums.ts';
import { goldenFile, readTopic, schemaFile, type TopicFolder, topicsIn } from './topic-folder.ts';

const schemas = schemasOf(WORKSPACE);

describe('every schema of the shop passes the gate', () => {
  it.each(topicsIn(schemas))('%s', (topic) => expect(check(readTopic(schemas, topic)).problems).toEqual([]));
});

const colour = (...symbols: string[]): FieldSchema => ({
  name: 'colour',
  doc: 'It.',
  type: { type: 'enum', name: 'Colour', doc: 'A colour.', symbols: ['UNKNOWN', ...symbols], default: 'UNKNOWN' },
});
const thing = (...fields: FieldSchema[]): RecordSchema => ({
  type: 'record',
  name: 'Thing',
  doc: 'A thing.',
  namespace: 'shop.test',
  fields: [{ name: 'id', doc: 'It.', type: 'string' }, colour('RED'), ...fields],
});
const note: FieldSchema = { name: 'note', doc: 'It.', type: 'string', default: 'none' };

/** A topic in memory, with these versions released one after the other by the command itself. */
function folderOf(...versions: RecordSchema[]): TopicFolder {
  const folder: TopicFolder = { topic: 'things', records: new Map(), releasedFiles: new Map(), sums: '' };
  for (const current of versions) {
    const released = folder.records.get('Thing')?.released ?? [];
    folder.records.set('Thing', { current, released });
    const { files } = release(folder);
    const golden = JSON.parse(files.get(goldenFile('Thing', released.length + 1))!) as Golden;
    folder.records.set('Thing', { current, released: [...released, { schema: current, golden }] });
    folder.sums = files.get(SUMS)!;
    files.delete(SUMS);
    for (const [name, content] of files) folder.releasedFiles.set(name, content);
  }
  return folder;
}

const working = (folder: TopicFolder, current: RecordSchema): TopicFolder => ({
  ...folder,
  records: new Map([['Thing', { ...folder.records.get('Thing')!, current }]]),
});
const goldenIn = (folder: TopicFolder, version: number): Golden =>
  folder.records.get('Thing')!.released[version - 1]!.golden!;

describe('the gate', () => {
  const v1 = thing();
  const v2 = { ...thing(note), fields: [thing().fields[0]!, colour('RED', 'BLUE'), note] };
  const released = folderOf(v1, v2);

  it('keeps with each version how the others see its messages', () => {
    const { messages, seenBy, sees } = goldenIn(released, 2);
    const blue = messages.findIndex(({ value }) => (value as { colour: string }).colour === 'BLUE');
    expect(seenBy.v1![blue]).toEqual({ id: expect.any(String), colour: 'UNKNOWN' });
    expect(sees.v1![0]).toEqual({ ...goldenIn(released, 1).messages[0]!.value, note: 'none' });
    expect(check(released)).toEqual({ problems: [], notes: [] });
  });

  it('lets a compatible schema wait for its release, and says so', () => {
    const next = { ...v2, fields: [...v2.fields, { name: 'more', doc: 'It.', type: 'long', default: 0 }] };
    expect(check(working(released, next))).toEqual({
      problems: [],
      notes: ['things/Thing: not released yet, it would be v3'],
    });
  });

  it('says what is no schema at all', () => {
    const next = thing({ name: 'price', doc: 'It.', type: 'Money' });
    expect(check(working(released, next)).problems).toEqual([
      expect.stringMatching(/^things\/Thing: not a schema: .*Money/),
    ]);
  });

  it('lets nothing in that could not be repaired later', () =>
    expect(check(working(released, { ...v2, doc: undefined })).problems).toEqual([
      'things/Thing: Thing has no doc, a sentence with its full stop',
    ]));

  it('compares with every version, not with the newest alone', () => {
    const { problems } = check(working(released, thing({ name: 'note', doc: 'It.', type: 'string' })));
    expect(problems).toEqual([
      expect.stringMatching(/^things\/Thing\.note \[field-without-default].*cannot read v1.*/),
    ]);
  });

  it.each<[string, (folder: TopicFolder) => void, RegExp]>([
    ['a released file that is changed', (f) => f.releasedFiles.set(schemaFile('Thing', 1), '{}'), /changed after its/],
    ['a released file that is gone', (f) => f.releasedFiles.delete(goldenFile('Thing', 2)), /released, and gone/],
    ['a record that is gone', (f) => f.records.delete('Thing'), /things\/Thing: its schema is gone/],
    ['a version nobody has released', (f) => f.releasedFiles.set(schemaFile('Thing', 3), '{}'), /not in SHA256SUMS/],
    ['a version without golden bytes', (f) => delete f.records.get('Thing')!.released[1]!.golden, /no golden bytes/],
    ['golden bytes of another version', (f) => (goldenIn(f, 2).version = 1), /v2: the golden file is of/],
    ['other bytes', (f) => (goldenIn(f, 1).messages[1]!.hex += '00'), /v1: message 1/],
    ['another value', (f) => ((goldenIn(f, 1).messages[1]!.value as { id: string }).id = 'x'), /v1: message 1/],
    ['an old reader that sees something else', (f) => goldenIn(f, 2).seenBy.v1!.reverse(), /v2: v1 reads it as/],
    ['a new reader that sees something else', (f) => goldenIn(f, 2).sees.v1!.reverse(), /v2: it reads v1 as/],
    ['a reader that was never asked', (f) => delete goldenIn(f, 2).seenBy.v1, /v2: the golden file names/],
  ])('finds %s', (_, spoil, message) => {
    const folder = structuredClone(released);
    spoil(folder);
    expect(check(folder).problems.join('\n')).toMatch(message);
  });
});

describe('a release', () => {
  it('is refused with the rule, the field and the way out', () => {
    const more = { ...note, name: 'more' };
    const folder = working(
      folderOf(thing(note), thing(note, more)),
      thing(more, { name: 'note', doc: 'It.', type: 'long', default: 0 }),
    );
    expect(() => release(folder)).toThrow(
      expect.objectContaining({
        name: 'ReleaseRefused',
        problems: [
          'things/Thing.note [type-changed]: the working schema cannot read v1, v2 (string is written, long is read); ' +
            'v1, v2 cannot read the working schema (long is written, string is read). ' +
            'Instead: keep the field, and add one of another name with a default; ' +
            'or a second topic (CONTRIBUTING.md, "A breaking change")',
        ],
      }),
    );
  });

  it('of what has not changed is nothing', () =>
    expect(release(folderOf(thing()))).toEqual({ versions: [], files: new Map() }));
});
