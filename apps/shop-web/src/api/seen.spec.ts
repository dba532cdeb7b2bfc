import { describe, expect, it } from '@jest/globals';
import { createSeen } from './seen.ts';

describe('what was written', () => {
  it('is told to every read after it', () => {
    const seen = createSeen();
    expect(seen.headers()).toEqual({});
    seen.note('a');
    seen.note(undefined);
    seen.note('b');
    expect(seen.headers()).toEqual({ 'Consistency-Token': 'a,b' });
  });

  it('is forgotten after two minutes, and before there is too much of it', () => {
    let time = 0;
    const seen = createSeen(() => time);
    seen.note('old');
    time = 119_999;
    expect(seen.headers()).toEqual({ 'Consistency-Token': 'old' });
    time = 120_000;
    expect(seen.headers()).toEqual({});
    for (let i = 0; i < 25; i++) seen.note(`${i}`);
    expect(seen.headers()['Consistency-Token']!.split(',')).toHaveLength(20);
  });
});
