import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { fact, type Product, tombstone, topics } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import { type Change, Database, type RequestChange } from '@offset-zero/service';
import { Column, Entity, PrimaryColumn, Repository } from 'typeorm';

class PriceColumns {
  @Column('bigint', { name: 'amount_minor' }) amountMinor: number;
  @Column('text') currency: string;
}

@Entity('product')
export class ProductRow implements Product {
  @PrimaryColumn('text', { name: 'product_id' }) productId: string;
  @Column('bigint') version: number;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') category: string;
  @Column(() => PriceColumns, { prefix: false }) price: PriceColumns;
  @Column('boolean', { select: false }) deleted: boolean;
}

export interface Wanted {
  category?: string;
  /** Part of the name or of the id; no letter in it means anything but itself. */
  q?: string;
  ids?: string[];
}

const SELECT = `
  select version, name, description, category, amount_minor, currency
  from product where product_id = $1 and not deleted`;

/** The truth about products. */
@Injectable()
export class ProductTable {
  constructor(
    private readonly database: Database,
    @InjectRepository(ProductRow) private readonly rows: Repository<ProductRow>,
  ) {}

  find(productId: string): Promise<Product | undefined> {
    return select(this.database.sql, 'product-find', SELECT, productId);
  }

  /** As `find`, and nobody else changes the product until the transaction ends. */
  lock({ sql }: Change, productId: string): Promise<Product | undefined> {
    return select(sql, 'product-lock', `${SELECT} for update`, productId);
  }

  /** Those after the id `last`, in the order of their ids. */
  list({ category, q, ids }: Wanted, last: string | undefined, limit: number): Promise<Product[]> {
    const query = this.rows.createQueryBuilder('p').where('not p.deleted').orderBy('p.productId').take(limit);
    if (last !== undefined) query.andWhere('p.productId > :last', { last });
    if (category !== undefined) query.andWhere('p.category = :category', { category });
    if (ids !== undefined) query.andWhere('p.productId = any(:ids)', { ids });
    if (q !== undefined) query.andWhere(`strpos(lower(p.name || ' ' || p.productId), lower(:q)) > 0`, { q });
    return query.getMany();
  }

  /** The version at which the id was deleted; 0 when it was never used; undefined while there is such a product. */
  async buriedVersion({ sql }: Change, productId: string): Promise<number | undefined> {
    const [row] = await sql.query<{ version: number; deleted: boolean }>({
      name: 'product-buried',
      text: 'select version, deleted from product where product_id = $1',
      values: [productId],
    });
    if (row === undefined) return 0;
    return row.deleted ? row.version : undefined;
  }

  /** False, and nothing is done, when somebody else was faster with this id. */
  async add(change: RequestChange, product: Product): Promise<boolean> {
    const statement = {
      name: 'product-add',
      text: `insert into product (product_id, version, name, description, category, amount_minor, currency)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (product_id) do update
               set (version, name, description, category, amount_minor, currency, deleted) =
                   (excluded.version, excluded.name, excluded.description, excluded.category,
                    excluded.amount_minor, excluded.currency, false)
               where product.deleted and product.version = excluded.version - 1
             returning product_id`,
      values: columns(product),
    };
    return (await change.write(statement, published(product))).length > 0;
  }

  async change(change: RequestChange, product: Product): Promise<void> {
    const statement = {
      name: 'product-change',
      text: `update product set version = $2, name = $3, description = $4, category = $5,
                                amount_minor = $6, currency = $7
             where product_id = $1 returning product_id`,
      values: columns(product),
    };
    await change.write(statement, published(product));
  }

  /** The tombstone takes a version too. */
  async remove(change: RequestChange, { productId, version }: Product): Promise<void> {
    const statement = {
      name: 'product-remove',
      text: 'update product set version = $2, deleted = true where product_id = $1 returning product_id',
      values: [productId, version + 1],
    };
    await change.write(statement, tombstone(topics.product, productId, version + 1));
  }
}

const published = (product: Product) => fact(topics.product, 'Product', product.productId, product, product.version);

const columns = ({ productId, version, name, description, category, price }: Product): unknown[] => [
  productId,
  version,
  name,
  description,
  category,
  price.amountMinor,
  price.currency,
];

interface Selected {
  version: number;
  name: string;
  description: string;
  category: string;
  amount_minor: number;
  currency: string;
}

async function select(sql: Sql, name: string, text: string, productId: string): Promise<Product | undefined> {
  const [row] = await sql.query<Selected>({ name, text, values: [productId] });
  if (row === undefined) return undefined;
  const { amount_minor: amountMinor, currency, ...rest } = row;
  return { productId, ...rest, price: { amountMinor, currency } };
}
