import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { UndecodablePart } from '../records/record.body.ts';

const KINDS = ['whole-value', 'events', 'commands'] as const;

@ApiSchema({ name: 'TraceReader' })
export class ReaderBody {
  @ApiProperty({ example: 'stock-service' }) service: string;
  @ApiProperty({ example: 'stock-commands' }) subscription: string;
  @ApiProperty({ enum: ['view', 'reaction'] }) kind: 'view' | 'reaction';
  @ApiProperty({ description: 'Its position is beyond the record: it was handled, or parked' }) applied: boolean;
  @ApiProperty({ required: false, format: 'date-time', description: 'Missing when nobody looked at that time' })
  appliedAt?: string;
  @ApiProperty({ required: false, type: 'integer', description: 'It may have been so much earlier, ms' })
  withinMs?: number;
}

@ApiSchema({ name: 'TraceStep' })
export class StepBody {
  @ApiProperty({ format: 'date-time', description: 'When its service wrote it' }) at: string;
  @ApiProperty({ format: 'date-time', description: 'When it came into the log' }) publishedAt: string;
  @ApiProperty({ example: 'order-events' }) topic: string;
  @ApiProperty({ enum: KINDS }) kind: (typeof KINDS)[number];
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ example: '28' }) offset: string;
  @ApiProperty({ type: String, nullable: true, example: 'OrderPlaced' }) type: string | null;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ description: 'Who wrote it', example: 'order-service' }) service: string;
  @ApiProperty() id: string;
  @ApiProperty({ required: false, description: 'The id of another step; missing where a request or a timer was it' })
  causedBy?: string;
  @ApiProperty({ required: false, description: 'Of the W3C trace: what one request set off shares it' })
  traceId?: string;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) value: object | null;
  @ApiProperty({ required: false, type: UndecodablePart }) undecodable?: UndecodablePart;
  @ApiProperty({ type: [ReaderBody] }) readers: ReaderBody[];
}

@ApiSchema({ name: 'OrderTrace' })
export class OrderTraceBody {
  @ApiProperty({ format: 'uuid' }) orderId: string;
  @ApiProperty({ enum: ['PLACED', 'CONFIRMED', 'REJECTED', 'CANCELLED'] }) status: string;
  @ApiProperty({ format: 'date-time' }) placedAt: string;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ description: 'The order has ended, and nothing of it is known to be under way' }) complete: boolean;
  @ApiProperty({ description: 'Something is missing that a part of the log may have which was not looked through' })
  truncated: boolean;
  @ApiProperty({ type: 'integer', description: 'How far apart positions are looked at, ms' }) resolutionMs: number;
  @ApiProperty({ type: [StepBody], description: 'Causes before effects' }) steps: StepBody[];
}
