import { describe, expect, it } from '@jest/globals';
import { isConnectionLost, isRetryable, isTransient } from './errors.ts';

const sqlState = (code: string) => Object.assign(new Error(code), { code });

describe('sorting of database errors', () => {
  it.each(['08006', '40001', '53300', '53100', '55P03', '57P01', '58030'])('%s is transient', (code) =>
    expect(isTransient(sqlState(code))).toBe(true),
  );

  it.each(['25006', '25P03', '25P04'])('%s, as a failover brings it, is transient', (code) =>
    expect(isTransient(sqlState(code))).toBe(true),
  );

  it.each(['ECONNREFUSED', 'ENETUNREACH', 'ENETDOWN', 'EHOSTUNREACH', 'EHOSTDOWN'])('%s is transient', (code) =>
    expect(isTransient(sqlState(code))).toBe(true),
  );

  it.each(['22021', '23505', '25P02', '42P01', '55000', '404'])('%s is not', (code) =>
    expect(isTransient(sqlState(code))).toBe(false),
  );

  it('knows a lost connection by its message', () =>
    expect(isTransient(new Error('Connection terminated unexpectedly'))).toBe(true));

  it('retries a deadlock at once, but not a database that is away', () => {
    expect(isRetryable(sqlState('40P01'))).toBe(true);
    expect(isRetryable(sqlState('57P01'))).toBe(false);
  });

  it('gives up a connection that was cut off, not one that a deadlock was met on', () => {
    expect(['57P01', '08006', 'ECONNRESET'].map((code) => isConnectionLost(sqlState(code)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isConnectionLost(new Error('Query read timeout'))).toBe(true);
    expect(['40P01', '55P03', '25006'].map((code) => isConnectionLost(sqlState(code)))).toEqual([false, false, false]);
  });
});
