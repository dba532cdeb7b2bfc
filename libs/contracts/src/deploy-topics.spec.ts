import { describe, expect, it } from '@jest/globals';
import { differences } from './deploy-topics.ts';

const entry = (configName: string, configValue: string, configSource = 1) => ({
  configName,
  configValue,
  configSource,
});
const BROKER_DEFAULT = 5;

describe('the difference between declared and found settings', () => {
  it('is none when they are the same, whatever else the broker defaults to', () =>
    expect(differences({ a: '1' }, [entry('a', '1'), entry('b', '2', BROKER_DEFAULT)])).toEqual([]));

  it('names what has changed, with both values', () =>
    expect(differences({ a: '1' }, [entry('a', '9')])).toEqual(['a 9 -> 1']));

  it('names what somebody set beside the declaration', () =>
    expect(differences({ a: '1' }, [entry('a', '1'), entry('b', '2')])).toEqual(['b 2 -> not set']));
});
