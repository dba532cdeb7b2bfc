/** What a stream is asked for; without topics all that the role may see. */
export interface LiveQuery {
  topics?: readonly string[];
  keys?: readonly string[];
  /** Also everything that happened to this order. */
  order?: string;
}

/** The same question has the same address, so that its stream can be shared. */
export function addressOf({ topics, keys, order }: LiveQuery): string {
  const query = new URLSearchParams();
  if (topics !== undefined) query.set('topics', [...topics].sort().join(','));
  for (const key of [...(keys ?? [])].sort()) query.append('key', key);
  if (order !== undefined) query.set('order', order);
  return `/api/live?${query}`;
}
