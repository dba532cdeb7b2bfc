import { Module } from '@nestjs/common';
import { Flow } from './flow/flow.http.ts';
import { Log } from './log.process.ts';
import { EventMap } from './map/map.http.ts';
import { TopicRecords } from './records/records.http.ts';
import { RecordSearch } from './records/search.process.ts';
import { Sampler } from './samples/sampler.process.ts';
import { Services } from './samples/services.http.ts';
import { Registry } from './schemas/registry.http.ts';
import { Schemas } from './schemas/schemas.http.ts';
import { OrderRecords } from './trace/order-records.process.ts';
import { Orders } from './trace/orders.http.ts';
import { OrderTraces } from './trace/trace.http.ts';
import { Traces } from './trace/traces.process.ts';

@Module({
  controllers: [EventMap, Flow, TopicRecords, Schemas, OrderTraces],
  providers: [Log, Services, Sampler, RecordSearch, Registry, Orders, OrderRecords, Traces],
})
export class EventHubModule {}
