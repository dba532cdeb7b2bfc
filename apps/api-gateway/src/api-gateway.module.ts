import { Module } from '@nestjs/common';
import { Apis } from './apis/apis.http.ts';
import { AsyncApiPages } from './asyncapi/asyncapi.http.ts';
import { ApiDocs } from './docs/docs.http.ts';
import { Live } from './live/live.http.ts';
import { liveProviders } from './live/providers.process.ts';
import { OrderPages } from './order-page/order-page.http.ts';
import { ProblemPages } from './problems/problems.http.ts';
import { Proxy } from './proxy/proxy.http.ts';
import { Upstreams } from './upstreams/upstreams.http.ts';
import { WatchedUpstreams } from './upstreams/watched.http.ts';
import { Web } from './web/web.http.ts';

@Module({
  controllers: [Apis, OrderPages, Live, ApiDocs, AsyncApiPages, ProblemPages],
  providers: [Upstreams, WatchedUpstreams, Proxy, Web, ...liveProviders],
})
export class ApiGatewayModule {}
