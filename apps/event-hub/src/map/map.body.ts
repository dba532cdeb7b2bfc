import { ApiProperty, ApiSchema } from '@nestjs/swagger';

const STATES = ['up', 'degraded', 'away'] as const;

@ApiSchema({ name: 'WatchedView' })
export class KeptView {
  @ApiProperty({ example: 'customers' }) view: string;
  @ApiProperty({ example: 'customer' }) topic: string;
  @ApiProperty({ example: 'customers_1a2b3c4d', description: 'Of this version of the view' }) subscription: string;
}

@ApiSchema({ name: 'WatchedService' })
export class ServiceOnMap {
  @ApiProperty({ example: 'order-service' }) name: string;
  @ApiProperty() summary: string;
  @ApiProperty({ enum: STATES }) state: (typeof STATES)[number];
  @ApiProperty({ type: [String], description: 'Codes of what works less well', example: ['lag'] }) degraded: string[];
  @ApiProperty({ type: [String], example: ['order', 'order-events'] }) owns: string[];
  @ApiProperty({ type: [String], example: ['stock-commands'] }) sends: string[];
  @ApiProperty({ type: [KeptView] }) keeps: KeptView[];
  @ApiProperty({ type: [String], example: ['stock-events'] }) reactsTo: string[];
}

@ApiSchema({ name: 'WatchedTopic' })
export class TopicOnMap {
  @ApiProperty({ example: 'order' }) name: string;
  @ApiProperty({ enum: ['whole-value', 'events', 'commands'] }) kind: string;
  @ApiProperty({ example: 'orderId' }) key: string;
  @ApiProperty({ example: 'order-service' }) owner: string;
  @ApiProperty() summary: string;
  @ApiProperty({ type: 'integer' }) partitions: number;
  @ApiProperty({ type: [String], example: ['Order'] }) records: string[];
}

@ApiSchema({ name: 'EventMap' })
export class MapBody {
  @ApiProperty({ type: [ServiceOnMap] }) services: ServiceOnMap[];
  @ApiProperty({ type: [TopicOnMap] }) topics: TopicOnMap[];
}
