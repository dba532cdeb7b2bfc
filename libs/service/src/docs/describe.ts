import type { DynamicModule, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Manifest } from '../manifest.ts';
import { operations } from '../ops/controllers.ts';
import type { Document } from './document.ts';
import { openApi } from './openapi.ts';

/** The OpenAPI document of a service that does not run: its routes are looked at, and nothing is made or connected. */
export async function describeService(manifest: Manifest, module: Type): Promise<Document> {
  const controllers = [...controllersOf(module), ...(manifest.database ? operations : [])];
  const root = { module: class Described {}, controllers: controllers.map(inNeedOfNothing) };
  const app = await NestFactory.create(root, new FastifyAdapter(), { preview: true, logger: false });
  return openApi(app, manifest);
}

const listed = <T>(key: string, module: Type): T[] => (Reflect.getMetadata(key, module) ?? []) as T[];

/** The controllers of a module and of those it imports. */
function controllersOf(module: Type | DynamicModule): Type[] {
  if (typeof module !== 'function') return module?.controllers ?? [];
  const imports = listed<Type | DynamicModule>(MODULE_METADATA.IMPORTS, module);
  return [...listed<Type>(MODULE_METADATA.CONTROLLERS, module), ...imports.flatMap(controllersOf)];
}

/** The same routes, and nothing to be injected. */
function inNeedOfNothing(controller: Type): Type {
  const bare = { [controller.name]: class extends controller {} }[controller.name]!;
  Reflect.defineMetadata('design:paramtypes', [], bare);
  Reflect.defineMetadata('self:paramtypes', [], bare);
  return bare;
}
