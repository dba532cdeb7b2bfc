import type { Topic } from '@offset-zero/contracts';
import type { ManifestBody } from '@offset-zero/service';
import type { ServiceSample } from '../samples/service-sample.ts';
import type { ServiceOnMap, TopicOnMap } from './map.body.ts';

/** Lag comes and goes with every message: it alone is nothing to be shown as trouble. */
const PASSING = 'lag';

/** A service as it declared itself, if it ever did, and as it is now: `said` is undefined while it does not answer. */
export function onMap(name: string, manifest: ManifestBody | undefined, said: ServiceSample | undefined): ServiceOnMap {
  const declared = manifest ?? { summary: '', owns: [], sends: [], keeps: [], reactsTo: [] };
  const degraded = said ? [...(said.ready ? [] : ['not-ready']), ...said.degraded] : [];
  const isWell = degraded.every((code) => code === PASSING);
  return { ...declared, name, state: said === undefined ? 'away' : isWell ? 'up' : 'degraded', degraded };
}

export const topicOnMap = ({ name, kind, key, owner, summary, partitions, records }: Topic): TopicOnMap => ({
  ...{ name, kind, key, owner, summary, partitions },
  records: Object.keys(records),
});
