import type { Logger, RelayStatus } from './relay.ts';

const REMIND_MS = 60_000;

export interface Reports {
  status(): RelayStatus;
  standsBy(): void;
  tookOffice(): void;
  settled(rows: number): void;
  published(rows: number): void;
  foundNothing(): void;
  left(): void;
  /** The term ended by an error. Returns how many did in a row. */
  failed(error: Error): number;
}

/**
 * What the relay tells of itself. It is well when it has published, found nothing to publish or stands by, and not
 * before: taking office is no cure. The log hears of a change, and once a minute that there is none.
 */
export function createReports(service: string, log: Logger, now: () => number = Date.now): Reports {
  const status: RelayStatus = { office: 'candidate', publishedRows: 0, terms: 0 };
  let failures = 0;
  let toldAt = -Infinity;

  function isWell(): void {
    if (failures === 0) return;
    log.info({ service, failures }, 'The relay works again');
    failures = 0;
    toldAt = -Infinity;
    delete status.lastError;
  }

  return {
    status: () => ({ ...status }),
    standsBy: isWell,
    foundNothing: isWell,
    tookOffice() {
      status.office = 'active';
      status.terms++;
      if (failures === 0) log.info({ service }, 'The relay took office');
    },
    settled(rows) {
      if (rows > 0) log.info({ service, rows }, 'The relay settled a batch of its predecessor');
    },
    published(rows) {
      status.publishedRows += rows;
      status.lastPublishedAt = now();
      isWell();
    },
    left() {
      status.office = 'candidate';
    },
    failed(error) {
      status.office = 'candidate';
      status.lastError = error.message;
      failures++;
      log.debug({ service, err: error, failures }, 'The term ended');
      if (now() - toldAt >= REMIND_MS) {
        toldAt = now();
        log.warn({ service, err: error, failures }, 'The relay cannot publish and tries again');
      }
      return failures;
    },
  };
}
