import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { services, type Upstream } from '../proxy/routes.ts';
import { Upstreams } from '../proxy/upstreams.http.ts';
import { homePage, type Standing } from './home-page.ts';

const PATIENCE_MS = 1_000;

@ApiExcludeController()
@Controller()
export class Home {
  constructor(private readonly upstreams: Upstreams) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  async page(): Promise<string> {
    return homePage(await Promise.all(services.map((upstream) => this.standing(upstream))));
  }

  private async standing(upstream: Upstream): Promise<Standing> {
    const { name, what } = upstream;
    return { name, what, address: this.upstreams.address(upstream), state: await this.state(upstream) };
  }

  private async state(upstream: Upstream): Promise<Standing['state']> {
    try {
      const { status } = await this.upstreams.json(upstream, { path: '/health/ready', timeoutMs: PATIENCE_MS });
      return status === 200 ? 'ready' : 'starting';
    } catch {
      return 'away';
    }
  }
}
