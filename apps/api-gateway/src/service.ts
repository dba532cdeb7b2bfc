import { service } from '@offset-zero/service/manifest';

export const apiGateway = service({
  name: 'api-gateway',
  port: 8080,
  summary: 'The one door: passes calls on to the services and gathers what several of them know',
  database: false,
  asksOthers: true,
});
