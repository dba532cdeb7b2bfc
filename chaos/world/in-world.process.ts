import { tell } from '@offset-zero/platform/console';
import { onInterrupt } from '@offset-zero/platform/interrupt.process';
import { startWorld, type World, type WorldOptions } from './world.process.ts';

/**
 * Runs `work` in a world that is gone afterwards, whatever happens. An interrupt aborts its signal and stops the world in
 * good order, a second one kills everything; what follows from that is thrown as `interrupted`.
 */
export async function inWorld<T>(
  options: Omit<WorldOptions, 'onWorld'>,
  work: (world: World, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const interrupted = new AbortController();
  let started: Pick<World, 'stop' | 'abandon'> | undefined;
  onInterrupt(
    (why) => {
      tell('stopping', `${why}; once more to kill everything`, 'yellow');
      interrupted.abort(new Error('interrupted'));
      void started?.stop();
    },
    () => {
      started?.abandon();
      setTimeout(() => process.exit(130), 200);
    },
  );
  try {
    const world = await startWorld({ ...options, onWorld: (world) => (started = world) });
    return await work(world, interrupted.signal);
  } catch (error) {
    throw interrupted.signal.aborted ? new Error('interrupted', { cause: error }) : error;
  } finally {
    await started?.stop();
  }
}
