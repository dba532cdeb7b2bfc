import { CreateCustomer1763700000000 } from './1763700000000-create-customer.ts';
import { DropCustomerGraveyard1763900000000 } from './1763900000000-drop-customer-graveyard.ts';
import { KeepGravestones1764200000000 } from './1764200000000-keep-gravestones.ts';

/** In the order in which they run. */
export const migrations = [
  CreateCustomer1763700000000,
  DropCustomerGraveyard1763900000000,
  KeepGravestones1764200000000,
];
