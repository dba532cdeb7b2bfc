import { topics } from '@offset-zero/contracts';
import { view } from '@offset-zero/views';

/** Who may order, and who is shown with an order. The order itself keeps only the id: a deletion takes the rest away. */
export const customersView = view({
  name: 'customers',
  from: topics.customer,
  row: ({ customerId, firstName, lastName, category, address }) => ({
    customerId,
    name: `${firstName} ${lastName}`.trim(),
    category,
    address,
  }),
});
