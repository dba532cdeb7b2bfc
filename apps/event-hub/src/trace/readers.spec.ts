import { describe, expect, it } from '@jest/globals';
import type { Sample } from '../samples/sample.ts';
import type { ServiceSample } from '../samples/service-sample.ts';
import { readersOf } from './readers.ts';
import type { Step } from './step.ts';

const subscription = { service: 'stock-service', subscription: 'stock-commands', topic: 'stock-commands' };
const subscriptions = [{ ...subscription, kind: 'reaction' as const }];
const command: Step = {
  ...{ id: 'reserve', at: '1970-01-01T00:00:00.500Z', publishedAt: '1970-01-01T00:00:00.500Z', value: {}, key: 'o' },
  ...{
    topic: 'stock-commands',
    kind: 'commands',
    partition: 3,
    offset: '7',
    type: 'ReserveStock',
    service: 'order-service',
  },
};

/** At each second, the next offset of the partition; undefined: the service did not answer. */
const looks = (...next: (number | undefined)[]): Sample[] =>
  next.map((offset, second) => {
    const subscriptions = [{ name: 'stock-commands', next: new Map([[3, offset]]) }];
    const said = { subscriptions } as unknown as ServiceSample;
    const services = new Map(offset === undefined ? [] : [['stock-service', said]]);
    return { since: second * 1_000, at: second * 1_000 + 100, services };
  });
const when = (samples: Sample[], ...others: Step[]) => {
  const [{ applied, appliedAt, withinMs } = { applied: undefined }] = readersOf(
    command,
    [command, ...others],
    subscriptions,
    samples,
  );
  return [applied, appliedAt && Date.parse(appliedAt), withinMs];
};

describe('a reader', () => {
  it('has applied a record when its position is beyond it: between the look before and the one that saw it', () =>
    expect(when(looks(7, 7, 8, 9))).toEqual([true, 2_100, 1_100]));

  it('has not applied the record at its position', () =>
    expect(when(looks(6, 7))).toEqual([false, undefined, undefined]));

  it('that was beyond it at the first look was so at a time that nobody knows', () =>
    expect(when(looks(8, 8))).toEqual([true, undefined, undefined]));

  it('is taken at its last word while it is away, and the time it may have been is as long', () => {
    expect(when(looks(7, undefined, undefined, 8))).toEqual([true, 3_100, 3_100]);
    expect(when(looks(8, undefined))[0]).toBe(true);
    expect(when(looks(undefined))[0]).toBe(false);
  });

  it('that wrote something because of it did so then', () => {
    const answer = { ...command, id: 'reserved', topic: 'stock-events', service: 'stock-service', causedBy: 'reserve' };
    const late = { ...answer, id: 'stock', at: '1970-01-01T00:00:00.900Z' };
    expect(when(looks(7, 8), late, { ...answer, at: '1970-01-01T00:00:00.800Z' })).toEqual([true, 800, 0]);
  });
});

it('a step in a topic that nobody reads has no readers', () =>
  expect(readersOf({ ...command, topic: 'order' }, [], subscriptions, looks(8))).toEqual([]));
