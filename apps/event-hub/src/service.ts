import { service } from '@offset-zero/service/manifest';
import { watched } from './watched.ts';

export const eventHub = service({
  name: 'event-hub',
  port: 3007,
  summary: 'Watches the events flow: topics, lag, outboxes, views, and the way of one order through all of them.',
  database: false,
  asks: watched.map(({ name }) => name),
});
