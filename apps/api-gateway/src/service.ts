import { service } from '@offset-zero/service/manifest';
import { services } from './upstreams/table.ts';

export const apiGateway = service({
  name: 'api-gateway',
  port: 8080,
  summary: 'The one door: passes calls on to the services and gathers what several of them know',
  database: false,
  asks: services.map(({ name }) => name),
});
