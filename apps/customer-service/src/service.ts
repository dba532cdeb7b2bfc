import { topics } from '@offset-zero/contracts';
import { service } from '@offset-zero/service/manifest';
import { customerTruth } from './customer/customer.truth.ts';

export const customerService = service({
  name: 'customer-service',
  port: 3001,
  summary: 'Knows who the customers are, and tells everybody on the topic customer.',
  owns: [topics.customer],
  truths: [customerTruth],
});
