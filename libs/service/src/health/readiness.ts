import type { SubscriptionStatus } from '@offset-zero/messaging';

/** What readiness is judged from. */
export interface Facts {
  stopping: boolean;
  /** The service's own database answers and has its migrations. Undefined for a service without one. */
  database?: boolean;
  /** Why the ids of the compiled schemas are not known yet. */
  schemas?: string;
  relay?: { lastError?: string };
  /** Why the keys of the issuer of tokens cannot be had. */
  issuer?: string;
  /** What the service has found out by itself. */
  own?: readonly Degradation[];
  /** `id` is the name of the subscription that fills the view. */
  views: readonly { id: string; name: string }[];
  subscriptions: readonly SubscriptionStatus[];
}

export interface Degradation {
  code: string;
  detail: string;
}

export interface Readiness {
  ready: boolean;
  /** What keeps it from taking traffic. */
  because: string[];
  /** What works less well, and heals by itself or waits for somebody; not a reason to send no traffic. */
  degraded: Degradation[];
  /** `records`: handled since the process started. */
  views: { name: string; topic: string; records: number; lag: number; caughtUp: boolean }[];
}

/** Ready means "may take HTTP traffic": own database there, views caught up once. Brokers and lag only degrade. Pure. */
export function judge({
  stopping,
  database,
  schemas,
  relay,
  issuer,
  own = [],
  views,
  subscriptions,
}: Facts): Readiness {
  const progress = views.map((view) => progressOf(view, subscriptions));
  const because = [
    ...(stopping ? ['stopping'] : []),
    ...(database === false ? ['the database does not answer or is not migrated'] : []),
    ...progress.filter(({ caughtUp }) => !caughtUp).map(({ name }) => `the view ${name} is being filled`),
    ...subscriptions
      .filter(({ state }) => state === 'stopped')
      .map(({ name, error }) => `the subscription ${name} has stopped: ${error ?? 'unknown'}`),
  ];
  const degraded = [
    ...(schemas === undefined ? [] : [{ code: 'schemas-unknown', detail: schemas }]),
    ...(relay?.lastError === undefined ? [] : [{ code: 'relay-waiting', detail: relay.lastError }]),
    ...(issuer === undefined ? [] : [{ code: 'issuer-away', detail: issuer }]),
    ...own,
    ...subscriptions.flatMap(degradationOf),
  ];
  return { ready: because.length === 0, because, degraded, views: progress };
}

function progressOf(
  { id, name }: Facts['views'][number],
  subscriptions: readonly SubscriptionStatus[],
): Readiness['views'][number] {
  const status = subscriptions.find((each) => each.name === id);
  if (status === undefined) return { name, topic: '', records: 0, lag: 0, caughtUp: false };
  const { topic, handled: records, lag, caughtUpOnce: caughtUp } = status;
  return { name, topic, records, lag, caughtUp };
}

function degradationOf({ name, state, lag, parked, waiting, error }: SubscriptionStatus): Degradation[] {
  return [
    ...(state === 'waiting' ? [{ code: 'consumer-waiting', detail: `${name}: ${error ?? 'unknown'}` }] : []),
    ...(lag > 0 ? [{ code: 'lag', detail: `${name} is ${lag} behind` }] : []),
    ...(parked > 0 ? [{ code: 'parked', detail: `${name} has ${parked} messages parked` }] : []),
    ...(waiting > 0 ? [{ code: 'waiting', detail: `${name} has ${waiting} messages waiting for missing data` }] : []),
  ];
}
