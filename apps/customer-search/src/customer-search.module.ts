import { Module } from '@nestjs/common';
import { CustomerSearchController } from './search/search.http.ts';
import { CustomerIndex } from './search/search.table.ts';

@Module({ controllers: [CustomerSearchController], providers: [CustomerIndex] })
export class CustomerSearchModule {}
