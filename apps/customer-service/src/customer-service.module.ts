import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomerController } from './customer/customer.http.ts';
import { CustomerRow, CustomerTable } from './customer/customer.table.ts';

@Module({
  imports: [TypeOrmModule.forFeature([CustomerRow])],
  controllers: [CustomerController],
  providers: [CustomerTable],
})
export class CustomerServiceModule {}
