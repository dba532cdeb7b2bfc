import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from './auth/decorators.ts';
import type { Manifest } from './manifest.ts';

/** Injects what the service is. */
export const MANIFEST = Symbol('manifest');

/** A manifest as `GET /manifest` tells it: topics by their names. */
export interface ManifestBody {
  name: string;
  summary: string;
  owns: string[];
  sends: string[];
  /** `subscription` fills the view; it is called as this version of it. */
  keeps: { view: string; topic: string; subscription: string }[];
  /** A subscription to each is called as the topic. */
  reactsTo: string[];
}

const named = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);

export const manifestBody = ({ name, summary, owns, sends, keeps, reactsTo }: Manifest): ManifestBody => ({
  ...{ name, summary, owns: named(owns), sends: named(sends) },
  keeps: keeps.map(({ name: view, topic, id }) => ({ view, topic: topic.name, subscription: id })),
  reactsTo: named(reactsTo),
});

/** What the service declares, for whoever draws or watches the system. */
@ApiExcludeController()
@Controller('manifest')
export class ManifestController {
  constructor(@Inject(MANIFEST) private readonly manifest: Manifest) {}

  @Get()
  @Anyone()
  tell(): ManifestBody {
    return manifestBody(this.manifest);
  }
}
