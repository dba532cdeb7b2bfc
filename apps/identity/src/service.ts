import { service } from '@offset-zero/service/manifest';

export const identity = service({
  name: 'identity',
  port: 3006,
  summary: 'Says who somebody is: signs people in, gives machines their tokens',
  database: false,
});
