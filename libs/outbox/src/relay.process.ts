import { backOff } from './back-off.ts';
import { createDoorbell } from './doorbell.ts';
import { takeOffice } from './office.process.ts';
import { pause, within } from './patience.ts';
import type { Relay, RelayOptions } from './relay.ts';
import { createReports } from './reports.ts';
import { serve, type Station } from './term.process.ts';

const STOP_MS = 5_000;

export interface Watched extends RelayOptions {
  onStation?: (station: Station, rows: number) => void;
}

/** Publishes what is in the outbox of a database, one instance at a time, until it is stopped. */
export function startRelay(options: Watched): Relay {
  const { service, databaseUrl, kafka, log, batch = 5_000, lockTimeoutMs = 10_000 } = options;
  const { onBatch = () => () => {}, onStation = () => {} } = options;
  const pollMs = Math.min(options.pollMs ?? 250, lockTimeoutMs / 5);
  const { signal, abort } = stopSignal();
  const doorbell = createDoorbell();
  const reports = createReports(service, log);

  async function term(): Promise<void> {
    const office = await takeOffice({ databaseUrl, lockTimeoutMs, signal, onTaken: reports.standsBy });
    if (!office) return;
    reports.tookOffice();
    try {
      await serve({ service, kafka, office, batch, pollMs, doorbell, signal, reports, onBatch, onStation });
    } finally {
      await office.leave();
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await term();
        reports.left();
      } catch (error) {
        await pause(backOff(reports.failed(error as Error)), signal);
      }
    }
  }

  const running = run();
  return {
    wake: doorbell.ring,
    status: reports.status,
    async stop() {
      abort();
      doorbell.ring();
      await within(STOP_MS, running, 'The relay leaves a batch in hand to its successor').catch((error: Error) =>
        log.warn({ service }, error.message),
      );
    },
  };
}

function stopSignal(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
