import { beforeEach, describe, expect, it } from '@jest/globals';
import { Awaited } from './awaited.ts';

const line = (key: string, partition = 0) => ({
  at: { subscription: 'orders', topic: 'order-events', partition },
  key: Buffer.from(key),
});

let awaited: Awaited;
let released: string[];
beforeEach(() => {
  awaited = new Awaited();
  released = [];
  awaited.onArrival = (lines) => released.push(...lines.map(({ key }) => key.toString()));
});

describe('an arrival', () => {
  it('releases all that wait for it, once, and nothing else', () => {
    awaited.add('customer/c', line('a'));
    awaited.add('customer/c', line('b'));
    awaited.add('customer/c', line('b'));
    awaited.add('customer/d', line('d'));
    awaited.add('product/c', line('p'));
    awaited.arrived('customer', ['x', 'c', 'c']);
    awaited.arrived('customer', ['c']);
    expect(released).toEqual(['a', 'b']);
  });

  it('may have a key with slashes, or none', () => {
    awaited.add('customer/a/b', line('a'));
    awaited.add('customer/', line('b'));
    awaited.arrived('customer', ['', 'a/b']);
    expect(released).toEqual(['b', 'a']);
  });

  it('does not even look at its keys where nothing waits for the topic', () => {
    const keys = function* (): Iterable<string> {
      throw new Error('looked at');
    };
    awaited.add('customer/c', line('a'));
    awaited.arrived('customer', ['c']);
    expect(() => awaited.arrived('customer', keys())).not.toThrow();
  });
});

describe('a look at the table', () => {
  it('tells of what others have put aside', () => {
    awaited.refresh([
      { waitsFor: 'customer/c', line: line('a', 1) },
      { waitsFor: null, line: line('b') },
    ]);
    awaited.arrived('customer', ['c']);
    expect(released).toEqual(['a']);
  });

  it('keeps what is not committed yet, and forgets what is gone', () => {
    awaited.add('customer/c', line('a'));
    awaited.refresh([]);
    awaited.add('customer/d', line('b'));
    awaited.refresh([]);
    awaited.arrived('customer', ['c', 'd']);
    expect(released).toEqual(['b']);
  });
});
