import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type Customer, fact, tombstone, topics } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { type Change, Database, type RequestChange } from '@offset-zero/service';
import { Column, Entity, MoreThan, PrimaryColumn, Repository } from 'typeorm';

/** Times are timestamps in the table and milliseconds everywhere else. */
const millis = { to: (ms: number) => new Date(ms), from: (time: Date) => time.getTime() };

class AddressColumns {
  @Column('text') street: string;
  @Column('text', { name: 'postal_code' }) postalCode: string;
  @Column('text') city: string;
  @Column('text') country: string;
}

@Entity('customer')
export class CustomerRow implements Customer {
  @PrimaryColumn('uuid', { name: 'customer_id' }) customerId: string;
  @Column('bigint') version: number;
  @Column('text', { name: 'first_name' }) firstName: string;
  @Column('text', { name: 'last_name' }) lastName: string;
  @Column('text') email: string;
  @Column('text') category: Customer['category'];
  @Column(() => AddressColumns, { prefix: false }) address: AddressColumns;
  @Column('timestamptz', { name: 'registered_at', transformer: millis }) registeredAt: number;
  @Column('timestamptz', { name: 'updated_at', transformer: millis }) updatedAt: number;
  @Column('boolean', { select: false }) deleted: boolean;
}

const SELECT = `
  select version, first_name, last_name, email, category, street, postal_code, city, country,
         registered_at, updated_at
  from customer where customer_id = $1 and not deleted`;

/** The truth about customers. What every request needs is a prepared statement; the rest is TypeORM's. */
@Injectable()
export class CustomerTable {
  constructor(
    private readonly database: Database,
    @InjectRepository(CustomerRow) private readonly rows: Repository<CustomerRow>,
  ) {}

  find(customerId: string): Promise<Customer | undefined> {
    return select(this.database.sql, 'customer-find', SELECT, customerId);
  }

  /** As `find`, and nobody else changes the customer until the transaction ends. */
  lock({ sql }: Change, customerId: string): Promise<Customer | undefined> {
    return select(sql, 'customer-lock', `${SELECT} for update`, customerId);
  }

  /** Those after the id `last`, in the order of their ids, which is that of their registration. */
  list(last: string | undefined, limit: number): Promise<Customer[]> {
    const after = last === undefined ? {} : { customerId: MoreThan(last) };
    return this.rows.find({ where: { deleted: false, ...after }, order: { customerId: 'asc' }, take: limit });
  }

  /** The version at which the id was deleted; 0 when it was never used; undefined while there is such a customer. */
  async buriedVersion({ sql }: Change, customerId: string): Promise<number | undefined> {
    const [row] = await sql.query<{ version: number; deleted: boolean }>({
      name: 'customer-buried',
      text: 'select version, deleted from customer where customer_id = $1',
      values: [customerId],
    });
    if (row === undefined) return 0;
    return row.deleted ? row.version : undefined;
  }

  /** False, and nothing is done, when somebody else was faster with this id. */
  async add(change: RequestChange, customer: Customer): Promise<boolean> {
    const statement = {
      name: 'customer-add',
      text: `insert into customer (customer_id, version, first_name, last_name, email, category,
                                   street, postal_code, city, country, registered_at, updated_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (customer_id) do update
               set (version, first_name, last_name, email, category, street, postal_code, city, country,
                    registered_at, updated_at, deleted) =
                   (excluded.version, excluded.first_name, excluded.last_name, excluded.email, excluded.category,
                    excluded.street, excluded.postal_code, excluded.city, excluded.country,
                    excluded.registered_at, excluded.updated_at, false)
               where customer.deleted and customer.version = excluded.version - 1
             returning customer_id`,
      values: [...columns(customer), new Date(customer.registeredAt), new Date(customer.updatedAt)],
    };
    return (await change.write(statement, published(customer))).length > 0;
  }

  async change(change: RequestChange, customer: Customer): Promise<void> {
    const statement = {
      name: 'customer-change',
      text: `update customer set version = $2, first_name = $3, last_name = $4, email = $5, category = $6,
                                 street = $7, postal_code = $8, city = $9, country = $10, updated_at = $11
             where customer_id = $1 returning customer_id`,
      values: [...columns(customer), new Date(customer.updatedAt)],
    };
    await change.write(statement, published(customer));
  }

  /** The tombstone takes a version too. Of the person nothing stays but this number. */
  async remove(change: RequestChange, { customerId, version }: Customer): Promise<void> {
    const statement = {
      name: 'customer-remove',
      text: `update customer set version = $2, deleted = true, first_name = '', last_name = '', email = '', category = '',
                                 street = '', postal_code = '', city = '', country = '',
                                 registered_at = 'epoch', updated_at = 'epoch'
             where customer_id = $1 returning customer_id`,
      values: [customerId, version + 1],
    };
    await change.write(statement, tombstone(topics.customer, customerId, version + 1));
  }
}

const published = (customer: Customer) =>
  fact(topics.customer, 'Customer', customer.customerId, customer, customer.version);

const columns = ({ customerId, version, firstName, lastName, email, category, address }: Customer): unknown[] => [
  customerId,
  version,
  firstName,
  lastName,
  email,
  category,
  address.street,
  address.postalCode,
  address.city,
  address.country,
];

interface Selected {
  version: number;
  first_name: string;
  last_name: string;
  email: string;
  category: Customer['category'];
  street: string;
  postal_code: string;
  city: string;
  country: string;
  registered_at: Date;
  updated_at: Date;
}

async function select(sql: Sql, name: string, text: string, customerId: string): Promise<Customer | undefined> {
  const [row] = await sql.query<Selected>({ name, text, values: [customerId] });
  return (
    row && {
      customerId,
      version: row.version,
      firstName: row.first_name,
      lastName: row.last_name,
      email: row.email,
      category: row.category,
      address: { street: row.street, postalCode: row.postal_code, city: row.city, country: row.country },
      registeredAt: row.registered_at.getTime(),
      updatedAt: row.updated_at.getTime(),
    }
  );
}
