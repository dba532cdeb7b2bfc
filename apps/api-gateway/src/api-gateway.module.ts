import { Module } from '@nestjs/common';
import { ApiDocs } from './docs/docs.http.ts';
import { Home } from './home/home.http.ts';
import { OrderPages } from './order-page/order-page.http.ts';
import { Proxy } from './proxy/proxy.http.ts';
import { Upstreams } from './proxy/upstreams.http.ts';

@Module({ controllers: [Home, OrderPages, ApiDocs], providers: [Upstreams, Proxy] })
export class ApiGatewayModule {}
