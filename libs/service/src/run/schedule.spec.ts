import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { createLog } from '../log/log.ts';
import { Schedule } from './schedule.ts';

const schedule = () => new Schedule(createLog('test', 'silent'));

describe('work that comes back', () => {
  it('waits for the database, then runs again and again', async () => {
    const jobs = schedule();
    let runs = 0;
    const thrice = new Promise<void>((resolve) =>
      jobs.every(1, 'count', async () => {
        if (++runs === 3) resolve();
      }),
    );
    expect(runs).toBe(0);
    jobs.begin();
    await thrice;
    await jobs.stop();
  });

  it('goes on after a failure', async () => {
    const jobs = schedule();
    let runs = 0;
    const twice = new Promise<void>((resolve) =>
      jobs.every(1, 'fail', async () => {
        if (++runs === 2) resolve();
        throw new Error('once more');
      }),
    );
    jobs.begin();
    await twice;
    await jobs.stop();
  });

  it('never runs beside itself, and is finished before the stop', async () => {
    const jobs = schedule();
    const { promise: blocked, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    let running = 0;
    jobs.every(1, 'slow', async () => {
      expect(++running).toBe(1);
      begin();
      await blocked;
      running--;
    });
    jobs.begin();
    await begun;
    const stopped = jobs.stop().then(() => running);
    release();
    expect(await stopped).toBe(0);
  });

  it('hears of the stop, so that long work can end early', async () => {
    const jobs = schedule();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    let heard = false;
    jobs.every(1, 'long', async (signal) => {
      begin();
      await once(signal, 'abort');
      heard = true;
    });
    jobs.begin();
    await begun;
    await jobs.stop();
    expect(heard).toBe(true);
  });

  it('does not begin once stopped', async () => {
    const jobs = schedule();
    await jobs.stop();
    jobs.every(0, 'never', async () => expect(true).toBe(false));
    jobs.begin();
    await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
