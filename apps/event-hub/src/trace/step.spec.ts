import { describe, expect, it } from '@jest/globals';
import { topicNamed } from '@offset-zero/contracts';
import { stepOf } from './step.ts';

const time = '2026-11-21T09:39:45.087Z';
const record = { topic: 'order', partition: 1, offset: '9', type: 'Order', key: 'o', value: {} };
const step = (headers: Record<string, string>, at: string | null = time) =>
  stepOf(topicNamed('order')!, { ...record, time: at, headers });

describe('a record as a step', () => {
  it('was written when and by whom its headers say', () =>
    expect(step({ ce_time: '2026-11-21T09:39:45.000Z', ce_source: '/desk', ce_id: 'i' })).toMatchObject({
      ...{ at: '2026-11-21T09:39:45.000Z', publishedAt: time, service: 'desk', id: 'i' },
    }));

  it('without headers is its owner’s, at its own time', () =>
    expect(step({})).toMatchObject({ at: time, service: 'order-service', id: 'order/1@9' }));

  it('always has a time that is one, whatever a foreign writer gave it', () => {
    expect(step({ ce_time: 'yesterday' }).at).toBe(time);
    expect(step({}, null)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', publishedAt: '1970-01-01T00:00:00.000Z' });
  });
});
