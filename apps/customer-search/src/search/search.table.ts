import { Injectable } from '@nestjs/common';
import { transaction } from '@offset-zero/postgres';
import { Database, Views } from '@offset-zero/service';
import { customersView } from '../views/customers.view.ts';
import { ALIKE, searchQuery } from './query.ts';

export interface FoundCustomer {
  customerId: string;
  name: string;
  email: string;
  category: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

const PREPARE = `
  select set_config('pg_trgm.word_similarity_threshold', $1, true), public.search_words($2) as words`;

/** The view of customers, asked in words. */
@Injectable()
export class CustomerIndex {
  constructor(
    private readonly database: Database,
    private readonly views: Views,
  ) {}

  /** Best first. Nothing is found by what holds neither letter nor digit. Throws `view-not-ready`. */
  async find(q: string, limit: number): Promise<FoundCustomer[]> {
    this.views.checkReady(customersView);
    return transaction(this.database.pool, async (sql) => {
      const [prepared] = await sql.query<{ words: string }>(PREPARE, [String(ALIKE), q]);
      const { words } = prepared!;
      return words.trim() === '' ? [] : sql.query<FoundCustomer>(searchQuery(customersView.table, words, limit));
    });
  }
}
