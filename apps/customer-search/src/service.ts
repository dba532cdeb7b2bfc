import { service } from '@offset-zero/service/manifest';
import { customersView } from './views/customers.view.ts';

export const customerSearch = service({
  name: 'customer-search',
  port: 3005,
  summary: 'Finds customers by whatever people remember of them; it built itself from offset 0.',
  keeps: [customersView],
});
