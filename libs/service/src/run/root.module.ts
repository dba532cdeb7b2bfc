import { type DynamicModule, type ModuleMetadata, type Provider, type Type } from '@nestjs/common';
import { HealthController } from '../health/health.controller.ts';
import { ManifestController } from '../manifest.http.ts';
import { MetricsController } from '../metrics/metrics.controller.ts';

/** The service's module, among the providers every service has, which are there for injection everywhere. */
export function rootModule(
  module: Type,
  providers: Provider[],
  imports: NonNullable<ModuleMetadata['imports']>,
  controllers: Type[],
): DynamicModule {
  const tokens = providers.map((provider) => (typeof provider === 'function' ? provider : provider.provide));
  const shared: DynamicModule = {
    module: class ServiceProviders {},
    global: true,
    imports,
    providers,
    exports: tokens,
    controllers: [HealthController, MetricsController, ManifestController, ...controllers],
  };
  return { module: class ServiceRoot {}, imports: [shared, module] };
}
