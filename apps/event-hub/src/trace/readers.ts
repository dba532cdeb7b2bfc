import type { Declared } from '../flow/declared.ts';
import { subscriptionIn } from '../samples/counts.ts';
import type { Sample } from '../samples/sample.ts';
import type { Step } from './step.ts';
import type { ReaderBody } from './trace.body.ts';

/**
 * Who reads a step's topic, and since when each is beyond it. One that wrote something because of the step did so then,
 * in one transaction with its position. Of the others it is known between which two looks they got beyond it.
 */
export const readersOf = (
  step: Step,
  steps: readonly Step[],
  subscriptions: readonly Declared[],
  samples: readonly Sample[],
): ReaderBody[] =>
  subscriptions
    .filter(({ topic }) => topic === step.topic)
    .map(({ service, subscription, kind }) => {
      const effect = steps
        .filter(({ causedBy, service: writer }) => causedBy === step.id && writer === service)
        .map(({ at }) => at)
        .sort()[0];
      const when =
        effect === undefined
          ? seen(samples, (sample) => isBeyond(sample, service, subscription, step))
          : { applied: true, appliedAt: effect, withinMs: 0 };
      return { service, subscription, kind, ...when };
    });

/** Undefined when nothing is known of that moment. */
function isBeyond(sample: Sample, service: string, subscription: string, { partition, offset }: Step) {
  const next = subscriptionIn(sample, service, subscription)?.next.get(partition);
  return next === undefined ? undefined : next > Number(offset);
}

function seen(
  samples: readonly Sample[],
  isBeyondAt: (sample: Sample) => boolean | undefined,
): Pick<ReaderBody, 'applied' | 'appliedAt' | 'withinMs'> {
  const looks = samples
    .map((sample) => ({ sample, beyond: isBeyondAt(sample) }))
    .filter((look) => look.beyond !== undefined);
  if (looks.at(-1)?.beyond !== true) return { applied: false };
  const lastBefore = looks.findLastIndex(({ beyond }) => beyond === false);
  if (lastBefore < 0) return { applied: true };
  const { at } = looks[lastBefore + 1]!.sample;
  return { applied: true, appliedAt: new Date(at).toISOString(), withinMs: at - looks[lastBefore]!.sample.since };
}
