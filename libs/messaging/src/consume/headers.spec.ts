import { describe, expect, it } from '@jest/globals';
import { restoreHeaders, storeHeaders } from './headers.ts';

describe('headers that are put away', () => {
  const there = {
    plain: Buffer.from('é\0"'),
    raw: Buffer.from([255, 0, 254]),
    many: [Buffer.from('a'), Buffer.from('b')],
  };

  it('come back as the same bytes', () => expect(restoreHeaders(JSON.parse(storeHeaders(there)))).toEqual(there));

  it('can be read while they are text', () =>
    expect(storeHeaders({ ce_id: Buffer.from('e1') })).toBe('{"ce_id":"e1"}'));

  it('may be none', () => expect(storeHeaders(undefined)).toBe('{}'));
});
