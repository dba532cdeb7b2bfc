export type Cleanup = 'latest-per-key' | 'for-ever' | 'one-week' | 'relay';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MiB = 1024 * 1024;

const EVERYWHERE = {
  'compression.type': 'producer',
  'max.message.bytes': MiB,
  'message.timestamp.type': 'CreateTime',
  'retention.bytes': -1,
  'unclean.leader.election.enable': false,
};

/** What compaction is told. Kafka ignores these where nothing is compacted, so they are said only here. */
const COMPACTED = {
  'cleanup.policy': 'compact',
  'retention.ms': -1,
  'min.compaction.lag.ms': 0,
};

const KEPT = {
  'cleanup.policy': 'delete',
};

const SETTINGS: Record<Cleanup, Record<string, string | number | boolean>> = {
  // Only closed segments are compacted, hence one a day: an old value, or a deleted person, is gone after about that.
  'latest-per-key': {
    ...COMPACTED,
    'segment.ms': DAY,
    'segment.bytes': 128 * MiB,
    'max.compaction.lag.ms': DAY,
    'min.cleanable.dirty.ratio': 0.1,
    'delete.retention.ms': 7 * DAY,
  },
  'for-ever': { ...KEPT, 'retention.ms': -1, 'segment.ms': 30 * DAY, 'segment.bytes': 1024 * MiB },
  // A closed segment is the unit of deletion, hence one a day.
  'one-week': { ...KEPT, 'retention.ms': 7 * DAY, 'segment.ms': DAY, 'segment.bytes': 128 * MiB },
  // A relay reads this topic from its start whenever it takes office: it must stay short.
  relay: {
    ...COMPACTED,
    'segment.ms': 10 * MINUTE,
    'segment.bytes': 4 * MiB,
    'max.compaction.lag.ms': 10 * MINUTE,
    'min.cleanable.dirty.ratio': 0.01,
    'delete.retention.ms': MINUTE,
  },
};

/** Every setting of a topic that is cleaned up in this way, as Kafka spells them. */
export function settingsOf(cleanup: Cleanup): Record<string, string> {
  const settings = Object.entries({ ...EVERYWHERE, ...SETTINGS[cleanup] }).map(([name, value]) => [name, `${value}`]);
  return Object.fromEntries(settings.sort(([a], [b]) => (a! < b! ? -1 : 1)));
}
