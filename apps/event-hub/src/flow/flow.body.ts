import { ApiProperty, ApiSchema } from '@nestjs/swagger';

const number = (description?: string) => ApiProperty({ type: Number, nullable: true, description });

@ApiSchema({ name: 'TopicFlow' })
export class TopicFlow {
  @ApiProperty() topic: string;
  @number(
    'Offsets from the start of its log to the end: its records, the markers of transactions, and the holes that compaction left',
  )
  offsets: number | null;
  @number('Records published per second, over the last ten seconds, as their services count them')
  perSecond: number | null;
}

@ApiSchema({ name: 'PublishingFlow' })
export class PublishingFlow {
  @ApiProperty() service: string;
  @ApiProperty() topic: string;
  @number('Records published per second, over the last ten seconds') perSecond: number | null;
}

@ApiSchema({ name: 'SubscriptionFlow' })
export class SubscriptionFlow {
  @ApiProperty() service: string;
  @ApiProperty() subscription: string;
  @ApiProperty() topic: string;
  @ApiProperty({ enum: ['view', 'reaction'] }) kind: 'view' | 'reaction';
  @ApiProperty({ enum: ['starting', 'running', 'waiting', 'stopped', 'away'] }) state: string;
  @number('Offsets between its position and the end of the log') lag: number | null;
  @number('Age of the oldest message that is not handled, at most') lagSeconds: number | null;
  @number('Messages taken on per second, over the last ten seconds') perSecond: number | null;
  @number() parked: number | null;
  @number() waiting: number | null;
  @ApiProperty({ type: Boolean, nullable: true, description: 'It has caught up once' }) ready: boolean | null;
}

@ApiSchema({ name: 'OutboxFlow' })
export class OutboxFlow {
  @ApiProperty() service: string;
  @number('Facts committed and not yet published') depth: number | null;
  @number() oldestSeconds: number | null;
}

@ApiSchema({ name: 'ViewFlow' })
export class ViewFlow {
  @ApiProperty() service: string;
  @ApiProperty() view: string;
  @ApiProperty() topic: string;
  @ApiProperty() subscription: string;
  @number('How much of the log it has applied, 0 to 1') progress: number | null;
  @number() lag: number | null;
  @ApiProperty({ type: Boolean, nullable: true }) ready: boolean | null;
}

@ApiSchema({ name: 'Flow' })
export class FlowBody {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['up', 'away'] }) kafka: 'up' | 'away';
  @ApiProperty({ description: 'Seconds between two looks, at the moment' }) every: number;
  @ApiProperty({ type: [TopicFlow] }) topics: TopicFlow[];
  @ApiProperty({ type: [PublishingFlow] }) publishes: PublishingFlow[];
  @ApiProperty({ type: [SubscriptionFlow] }) subscriptions: SubscriptionFlow[];
  @ApiProperty({ type: [OutboxFlow] }) outboxes: OutboxFlow[];
  @ApiProperty({ type: [ViewFlow] }) views: ViewFlow[];
}
