import { Inject, Injectable } from '@nestjs/common';
import { Refusal, SETTINGS } from '@offset-zero/service';
import type { EventHubSettings } from '../settings.ts';
import type { SchemaVersion } from './schema.body.ts';

const PATIENCE_MS = 5_000;

/** What the schema registry has, over Confluent's API. A version, once there, never changes: it is asked for once. */
@Injectable()
export class Registry {
  private readonly known = new Map<string, SchemaVersion>();

  constructor(@Inject(SETTINGS) private readonly settings: EventHubSettings) {}

  /** Every version of a subject, oldest first; none when there is no such subject. Throws `registry-unavailable`. */
  async versions(subject: string): Promise<SchemaVersion[]> {
    const numbers = ((await this.get(`/subjects/${encodeURIComponent(subject)}/versions`)) ?? []) as number[];
    return Promise.all(numbers.sort((a, b) => a - b).map((version) => this.version(subject, version)));
  }

  private async version(subject: string, version: number): Promise<SchemaVersion> {
    const path = `/subjects/${encodeURIComponent(subject)}/versions/${version}`;
    const known = this.known.get(path);
    if (known) return known;
    const { id, schema } = (await this.get(path)) as { id: number; schema: string };
    const found = { version, id, schema: JSON.parse(schema) as object };
    this.known.set(path, found);
    return found;
  }

  /** Undefined for 404. */
  private async get(path: string): Promise<unknown> {
    try {
      const answer = await fetch(`${this.settings.registryUrl}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status === 404) return undefined;
      if (!answer.ok) throw new Error(`it answers ${answer.status}`);
      return await answer.json();
    } catch (error) {
      const detail = `The registry: ${(error as Error).message}`;
      throw new Refusal('registry-unavailable', { detail, headers: { 'Retry-After': '5' } });
    }
  }
}
