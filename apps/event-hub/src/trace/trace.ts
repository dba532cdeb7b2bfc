import type { Sample } from '../samples/sample.ts';
import type { StepBody } from './trace.body.ts';

interface Traced {
  /** As order-service knows it. */
  order: { orderId: string; version: number; status: string };
  steps: readonly StepBody[];
  /** What was seen before the log was read. */
  latest: Sample | undefined;
  /** A part of the log was not looked through. */
  truncated: boolean;
}

const PLACED = 'PLACED';

/** Whether the story is at its end, and whether something may be missing of it. */
export function stateOf({ order, steps, latest, truncated }: Traced): { complete: boolean; truncated: boolean } {
  const isPublished = steps.some(({ topic, value }) => topic === 'order' && versionOf(value) === order.version);
  const open = steps.filter((step) => step.kind === 'commands' && !steps.some(({ causedBy }) => causedBy === step.id));
  const nothingToCome = ({ readers }: StepBody) =>
    readers.every(({ service }) => latest?.services.get(service)?.outbox?.depth === 0);
  const isApplied = steps.every(({ readers }) => readers.every(({ applied }) => applied));
  return {
    complete: order.status !== PLACED && isPublished && isApplied && open.every(nothingToCome),
    truncated: truncated && !(isPublished && open.length === 0),
  };
}

const versionOf = (value: object | null): unknown => (value as { version?: unknown } | null)?.version;
