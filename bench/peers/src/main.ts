/**
 * The peer of customer-service: the common way, on the same Nest, Fastify, Postgres and Kafka. It saves with TypeORM and
 * then sends to Kafka; whoever dies in between has lied to one of the two. Reads are a plain findOne.
 */
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Module, NotFoundException, Param, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { InjectRepository, TypeOrmModule } from '@nestjs/typeorm';
import { createCodec, topics } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import type { Repository } from 'typeorm';
import { NewCustomer, PeerCustomer } from './customer.ts';

const { DATABASE_URL, KAFKA_BROKERS, REGISTRY_URL, PORT } = process.env as Record<string, string>;
const codec = createCodec({ registryUrl: REGISTRY_URL! });
const producer = createKafka({ brokers: KAFKA_BROKERS!.split(','), clientId: 'peer' }).producer();

@Controller('customers')
class Customers {
  constructor(@InjectRepository(PeerCustomer) private readonly customers: Repository<PeerCustomer>) {}

  @Post()
  async register(@Body() { address, ...person }: NewCustomer): Promise<PeerCustomer> {
    const now = new Date();
    const row = { customerId: randomUUID(), version: 1, ...person, ...address, registeredAt: now, updatedAt: now };
    const customer = await this.customers.save(this.customers.create(row));
    const { customerId, version } = customer;
    const value = { customerId, version, ...person, address, registeredAt: now.getTime(), updatedAt: now.getTime() };
    await producer.send({
      topic: 'customer',
      messages: [{ key: customerId, value: codec.encode(topics.customer, 'Customer', value) }],
    });
    return customer;
  }

  @Get(':id')
  async find(@Param('id') customerId: string): Promise<PeerCustomer> {
    const customer = await this.customers.findOne({ where: { customerId } });
    if (!customer) throw new NotFoundException();
    return customer;
  }
}

@Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: DATABASE_URL,
      entities: [PeerCustomer],
      synchronize: true,
      poolSize: 5,
    }),
    TypeOrmModule.forFeature([PeerCustomer]),
  ],
  controllers: [Customers],
})
class Peer {}

await codec.lookUp([topics.customer]);
await producer.connect();
const app = await NestFactory.create<NestFastifyApplication>(Peer, new FastifyAdapter(), { logger: ['error'] });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
await app.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
