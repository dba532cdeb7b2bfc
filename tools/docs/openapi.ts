/* eslint-disable @nx/enforce-module-boundaries -- the services are looked at, as the gateway shows them */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Type } from '@nestjs/common';
import { root } from '@offset-zero/platform/environment';
import { type App, findApps } from '@offset-zero/platform/manifests.process';
import { describeService } from '@offset-zero/service/docs/describe';
import type { Document } from '@offset-zero/service/docs/document';
import { format } from 'prettier';
import { behindTheDoor } from '../../apps/api-gateway/src/docs/behind-the-door.ts';
import { merge } from '../../apps/api-gateway/src/docs/merge.ts';

export const OPENAPI = join(root, 'docs/openapi.json');

/** docs/openapi.json: the whole public API as the gateway shows it, made of the sources of the services; none runs. */
export async function openApiOfShop(): Promise<string> {
  const apps = (await findApps(root)).filter((app) => existsSync(moduleFile(app)));
  const described = await Promise.all(
    apps.map(async (app) => ({ name: app.manifest.name, document: await describe(app) })),
  );
  const [own] = described.filter(({ name }) => name === 'api-gateway');
  const others = described
    .filter(({ name }) => name !== 'api-gateway')
    .map(({ name, document }) => ({ name, document: behindTheDoor(name, document) }));
  return format(JSON.stringify(merge(own!.document, others, [])), { parser: 'json', printWidth: 120 });
}

const moduleFile = ({ folder, manifest }: App): string => join(folder, 'src', `${manifest.name}.module.ts`);

async function describe(app: App): Promise<Document> {
  const exported = (await import(pathToFileURL(moduleFile(app)).href)) as Record<string, Type>;
  const [module] = Object.values(exported).filter(({ name }) => name?.endsWith('Module'));
  if (module === undefined) throw new Error(`${moduleFile(app)} exports no module of Nest`);
  return describeService(app.manifest, module);
}
