import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProductController } from './product/product.http.ts';
import { ProductRow, ProductTable } from './product/product.table.ts';

@Module({
  imports: [TypeOrmModule.forFeature([ProductRow])],
  controllers: [ProductController],
  providers: [ProductTable],
})
export class ProductServiceModule {}
