import { Inject, Injectable } from '@nestjs/common';
import { type ManifestBody, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from '../settings.ts';
import { type ServiceSample, serviceSample } from './service-sample.ts';

/** As long as a service needs to find that its database hangs, and a little more. */
const PATIENCE_MS = 2_500;

/** What the services openly tell of themselves: `/metrics` and `/manifest`. */
@Injectable()
export class Services {
  private readonly declared = new Map<string, { startedAt: number; manifest: ManifestBody }>();

  constructor(@Inject(SETTINGS) private readonly settings: EventHubSettings) {}

  get names(): string[] {
    return [...this.settings.addresses.keys()];
  }

  /** What a service declared when it last answered; undefined when it never has. */
  manifest(name: string): ManifestBody | undefined {
    return this.declared.get(name)?.manifest;
  }

  manifests(): ManifestBody[] {
    return [...this.declared.values()].map(({ manifest }) => manifest);
  }

  /** What each service says now, by name. One that does not answer says nothing. */
  async ask(): Promise<Map<string, ServiceSample>> {
    const answers = await Promise.all(
      [...this.settings.addresses].map(async ([name, address]) => {
        const sample = await this.askOne(name, address).catch(() => undefined); // away: that is what will be shown
        return sample && ([name, sample] as const);
      }),
    );
    return new Map(answers.filter((answer) => answer !== undefined));
  }

  private async askOne(name: string, address: string): Promise<ServiceSample> {
    const sample = serviceSample(await (await get(`${address}/metrics`)).text());
    if (this.declared.get(name)?.startedAt !== sample.startedAt) {
      const manifest = (await (await get(`${address}/manifest`)).json()) as ManifestBody;
      this.declared.set(name, { startedAt: sample.startedAt, manifest: { ...manifest, name } });
    }
    return sample;
  }
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer;
}
