import { Module } from '@nestjs/common';
import { StockController } from './stock/stock.http.ts';
import { StockProcess } from './stock/stock.process.ts';
import { StockTable } from './stock/stock.table.ts';

@Module({ controllers: [StockController, StockProcess], providers: [StockTable] })
export class StockServiceModule {}
