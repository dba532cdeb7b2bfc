import { describe, expect, it } from '@jest/globals';
import { limited } from './limited.ts';

async function* chunks(...sizes: number[]) {
  for (const size of sizes) yield Buffer.alloc(size);
}

async function sizeOf(body: AsyncIterable<Buffer>): Promise<number> {
  let size = 0;
  for await (const chunk of body) size += chunk.length;
  return size;
}

const limit = (announced?: string) => ({ bytes: 100, announced, refuse: () => new Error('too large') });

describe('the body limit', () => {
  it('lets a body of exactly the limit pass', async () =>
    expect(await sizeOf(limited(chunks(60, 40), limit('100')))).toBe(100));

  it('refuses an announced length before a byte is read', () =>
    expect(() => limited(chunks(1), limit('101'))).toThrow('too large'));

  it('refuses a body that grows past it without having said so', () =>
    expect(sizeOf(limited(chunks(60, 41), limit()))).rejects.toThrow('too large'));
});
