import type { Customer } from '@offset-zero/contracts';
import { COUNTRY, OneOf, Part, ReadOnly, Text } from '@offset-zero/service';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { categories, type CustomerDetails } from './customer.ts';

const LETTERS = '[^\\s@\\u0000-\\u001f\\u007f-\\u009f]+';
const EMAIL = new RegExp(`^${LETTERS}@${LETTERS}\\.${LETTERS}$`);

@ApiSchema({ name: 'Address' })
export class AddressBody {
  @Text({ max: 200, example: 'Rathausplatz 2' })
  street: string;

  @Text({ max: 20, example: '3600' })
  postalCode: string;

  @Text({ max: 100, example: 'Thun' })
  city: string;

  @Text({ max: 2, pattern: COUNTRY, example: 'CH', description: 'ISO 3166-1 alpha-2' })
  country: string;
}

/** What a client sends. */
@ApiSchema({ name: 'Customer' })
export class CustomerBody {
  @Text({ max: 100, example: 'Klara' })
  firstName: string;

  @Text({ max: 100, example: 'Vorbild' })
  lastName: string;

  @Text({ max: 254, pattern: EMAIL, example: 'klara.vorbild@example.ch' })
  email: string;

  @OneOf(categories, { example: 'B' })
  category: (typeof categories)[number];

  @Part(() => AddressBody)
  address: AddressBody;

  @ReadOnly({ format: 'uuid', example: '01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17' })
  customerId?: string;

  @ReadOnly({ type: 'integer', example: 1 })
  version?: number;

  @ReadOnly({ format: 'date-time', example: '2026-11-21T09:39:45.087Z' })
  registeredAt?: string;

  @ReadOnly({ format: 'date-time', example: '2026-11-21T09:39:45.087Z' })
  updatedAt?: string;
}

/** The part of a body that the client decides. */
export const detailsIn = ({ firstName, lastName, email, category, address }: CustomerBody): CustomerDetails => ({
  firstName,
  lastName,
  email,
  category,
  address: { ...address },
});

/** A customer as HTTP shows it: times are RFC 3339. */
export const shown = (customer: Customer): CustomerBody => ({
  ...customer,
  category: customer.category as CustomerBody['category'],
  registeredAt: new Date(customer.registeredAt).toISOString(),
  updatedAt: new Date(customer.updatedAt).toISOString(),
});

@ApiSchema({ name: 'CustomerPage' })
export class CustomerPage {
  @ApiProperty({ type: [CustomerBody] })
  items: CustomerBody[];

  @ApiProperty({ required: false, description: 'Pass as `after` to read on; absent at the end' })
  next?: string;
}
