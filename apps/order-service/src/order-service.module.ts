import { Module } from '@nestjs/common';
import { OrderController } from './order/order.http.ts';
import { OrderProcess } from './order/order.process.ts';
import { OrderTable } from './order/order.table.ts';

@Module({ controllers: [OrderController, OrderProcess], providers: [OrderTable] })
export class OrderServiceModule {}
