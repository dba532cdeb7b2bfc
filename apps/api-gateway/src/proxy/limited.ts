export interface Limit {
  bytes: number;
  /** The Content-Length the client announced. */
  announced: string | undefined;
  /** What is thrown when there are more. */
  refuse: () => Error;
}

/** The same bytes, unless there are too many: refused at once when the announced length says so, else on the way. */
export function limited(body: AsyncIterable<Buffer>, limit: Limit): AsyncIterable<Buffer> {
  if (Number(limit.announced ?? 0) > limit.bytes) throw limit.refuse();
  return counted(body, limit);
}

async function* counted(body: AsyncIterable<Buffer>, { bytes, refuse }: Limit): AsyncIterable<Buffer> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bytes) throw refuse();
    yield chunk;
  }
}
