import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '@offset-zero/service';
import type { Instance } from '../upstreams/instance.http.ts';
import { kept } from '../upstreams/kept.ts';
import { services, type Upstream } from '../upstreams/table.ts';
import { Upstreams } from '../upstreams/upstreams.http.ts';
import { apisPage, type Standing } from './apis-page.ts';

const PATIENCE_MS = 1_000;
/** Whoever asks needs no token, and each page takes a question to every instance. */
const KEPT_MS = 5_000;

@ApiExcludeController()
@Controller('apis')
export class Apis {
  private readonly made = kept(KEPT_MS, () => this.make());

  constructor(private readonly upstreams: Upstreams) {}

  @Get()
  @Anyone()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(): Promise<string> {
    return this.made();
  }

  private async make(): Promise<string> {
    const all = services.flatMap((upstream) =>
      this.upstreams.of(upstream).instances.map((instance) => standing(upstream, instance)),
    );
    return apisPage(await Promise.all(all));
  }
}

async function standing({ name, what }: Upstream, instance: Instance): Promise<Standing> {
  const shown = instance.version === 'canary' ? `${what} (canary)` : what;
  return { name, what: shown, address: instance.address, state: await stateOf(instance) };
}

/** Asked directly: whoever is left out or rests is looked at, too. */
async function stateOf({ pool, base }: Instance): Promise<Standing['state']> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { statusCode, body } = await pool.request({ method: 'GET', path: `${base}/health/ready`, signal });
    await body.dump();
    return statusCode === 200 ? 'ready' : 'starting';
  } catch {
    return 'away';
  }
}
