import { CreateCustomer1763700000000 } from './1763700000000-create-customer.ts';
import { DropCustomerGraveyard1763900000000 } from './1763900000000-drop-customer-graveyard.ts';

/** In the order in which they run. */
export const migrations = [CreateCustomer1763700000000, DropCustomerGraveyard1763900000000];
