import { Inject, Injectable } from '@nestjs/common';
import { type ManifestBody, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from '../settings.ts';
import { asOne } from './instances.ts';
import { type ServiceSample, serviceSample } from './service-sample.ts';

/** As long as a service needs to find that its database hangs, and a little more. */
const PATIENCE_MS = 2_500;

/** What the services openly tell of themselves: `/metrics` and `/manifest`. */
@Injectable()
export class Services {
  private readonly declared = new Map<string, ManifestBody>();
  /** Address → when the process began whose manifest was read: another one may declare something else. */
  private readonly declaredAt = new Map<string, number>();

  constructor(@Inject(SETTINGS) private readonly settings: EventHubSettings) {}

  get names(): string[] {
    return [...this.settings.addresses.keys()];
  }

  /** What a service declared when it last answered; undefined when it never has. */
  manifest(name: string): ManifestBody | undefined {
    return this.declared.get(name);
  }

  /** Of all that have ever answered, in the order of the settings. */
  manifests(): ManifestBody[] {
    return this.names.flatMap((name) => this.declared.get(name) ?? []);
  }

  /** What each service says now, by name. One that does not answer says nothing. */
  async ask(): Promise<Map<string, ServiceSample>> {
    const answers = await Promise.all(
      [...this.settings.addresses].map(async ([name, addresses]) => {
        const instances = await Promise.all(addresses.map((address) => this.askOne(name, address)));
        const said = asOne(instances.filter((each) => each !== undefined));
        return said && ([name, said] as const);
      }),
    );
    return new Map(answers.filter((answer) => answer !== undefined));
  }

  /** Undefined when it is away: that is what will be shown. */
  private async askOne(name: string, address: string): Promise<ServiceSample | undefined> {
    try {
      const sample = serviceSample(await (await get(`${address}/metrics`)).text());
      if (this.declaredAt.get(address) !== sample.startedAt) {
        const manifest = (await (await get(`${address}/manifest`)).json()) as ManifestBody;
        this.declared.set(name, { ...manifest, name });
        this.declaredAt.set(address, sample.startedAt);
      }
      return sample;
    } catch {
      return undefined;
    }
  }
}

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  return answer;
}
