import { eventually } from './eventually.ts';
import type { Ask } from './http.ts';

/** Keys that only others know: in these tests a topic is shared by many services that each own it. */
const OF_OTHERS = new Set(['unknown-to-owner', 'deletion-forgotten']);

/** How a service's own keys differ from its whole-value topics, by kind: `{}` when log and table agree on all of them. */
export async function differencesWithLog(ask: Ask): Promise<Record<string, number>> {
  const { status } = await ask('POST', '/ops/republish', { dryRun: true });
  if (status !== 202) throw new Error(`comparing was answered ${status}`);
  const run = await eventually(async () => {
    const { body } = await ask('GET', '/ops/republish');
    return body.state !== 'running' && body;
  }, 120_000);
  if (run.state !== 'done') throw new Error(run.error);
  const [{ compared, counts }] = run.topics as [{ compared: number; counts: Record<string, number> }];
  if (compared === 0) throw new Error('nothing was compared');
  return Object.fromEntries(Object.entries(counts).filter(([kind]) => !OF_OTHERS.has(kind)));
}
