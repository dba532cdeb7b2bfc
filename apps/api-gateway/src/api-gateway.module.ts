import { Module } from '@nestjs/common';
import { AsyncApiPages } from './asyncapi/asyncapi.http.ts';
import { Audit } from './audit/audit.http.ts';
import { ApiDocs } from './docs/docs.http.ts';
import { Door } from './door/door.http.ts';
import { Home } from './home/home.http.ts';
import { Live } from './live/live.http.ts';
import { liveProviders } from './live/providers.process.ts';
import { OrderPages } from './order-page/order-page.http.ts';
import { Proxy } from './proxy/proxy.http.ts';
import { Upstreams } from './upstreams/upstreams.http.ts';
import { WatchedUpstreams } from './upstreams/watched.http.ts';
import { Web } from './web/web.http.ts';

/** The audit is the first to hear of a request, then the door; both before whatever answers. */
@Module({
  controllers: [Home, OrderPages, Live, ApiDocs, AsyncApiPages],
  providers: [Upstreams, WatchedUpstreams, Audit, Door, Proxy, Web, ...liveProviders],
})
export class ApiGatewayModule {}
