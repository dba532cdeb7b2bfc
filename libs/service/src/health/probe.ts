import type { Verifier } from '@offset-zero/auth';
import type { Manifest } from '../manifest.ts';
import type { Backing } from '../run/backing.ts';
import type { Background } from '../run/background.ts';
import { ReadinessProbe } from './health.controller.ts';
import { type Degradation, judge, type Readiness } from './readiness.ts';

const PATIENCE_MS = 1_000;

/** Gathers the facts of a running service and judges them. */
export class ServiceProbe extends ReadinessProbe {
  private readonly looks: (() => Degradation | undefined)[] = [];

  constructor(
    private readonly manifest: Manifest,
    private readonly backing: Backing | undefined,
    private readonly background: Background,
    private readonly verifier: Verifier,
  ) {
    super();
  }

  watch(look: () => Degradation | undefined): void {
    this.looks.push(look);
  }

  async check(): Promise<Readiness & { service: string }> {
    const { manifest, backing, background } = this;
    const readiness = judge({
      stopping: background.stopping,
      database: backing && (await databaseAnswers(backing)),
      schemas: background.schemasMissing,
      relay: backing?.relay?.status(),
      issuer: this.verifier.trouble(),
      own: this.looks.flatMap((look) => look() ?? []),
      views: manifest.keeps,
      subscriptions: backing?.consumption.statuses() ?? [],
    });
    return { service: manifest.name, ...readiness };
  }
}

async function databaseAnswers({ database }: Backing): Promise<boolean> {
  if (!database.ready) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, false)));
  const answer = database.sql.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
