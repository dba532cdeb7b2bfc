import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { PageQuery } from '../http/page-query.ts';
import { OneOf, Text } from '../validation/decorators.ts';
import { Key, Offset, Partition } from './place.ts';

const STATES = ['parked', 'waiting'] as const;
type State = (typeof STATES)[number];

export class ParkedQuery extends PageQuery {
  @Text({ max: 200, optional: true })
  subscription?: string;

  @Key()
  key?: string;

  @OneOf(STATES, { optional: true, description: '`waiting`: for data that has not arrived, and tried again by itself' })
  state?: State;
}

@ApiSchema({ name: 'ParkedMessage' })
export class ParkedBody {
  @ApiProperty() subscription: string;
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer' }) offset: number;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ enum: STATES }) state: State;
  @ApiProperty({ example: 'handler-failed' }) code: string;
  @ApiProperty() error: string;
  @ApiProperty({ required: false, description: 'What it waits for' }) waitsFor?: string;
  @ApiProperty({ format: 'date-time' }) parkedAt: string;
  @ApiProperty({ type: 'integer', description: 'When it was written to the log, ms since 1970' }) time: number;
  @ApiProperty({ type: 'integer', description: 'Length of its value' }) bytes: number;
  @ApiProperty({ type: 'integer', description: 'How often it has failed' }) tries: number;
}

@ApiSchema({ name: 'ParkedPage' })
export class ParkedList {
  @ApiProperty({ type: [ParkedBody] }) items: ParkedBody[];
  @ApiProperty({ required: false, description: 'Pass as `after` to read on' }) next?: string;
}

@ApiSchema({ name: 'ParkedDetail' })
export class ParkedDetailBody extends ParkedBody {
  @ApiProperty({ type: Object, description: 'As text, or {"base64": …}' }) headers: object;
  @ApiProperty({ type: String, nullable: true, format: 'byte' }) keyBytes: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'byte' }) valueBytes: string | null;
  @ApiProperty({ type: Object, description: 'Record and value in the schema of this service, or why there is none' })
  decoded: object;
  @ApiProperty({ type: [Object], description: 'Every failure, with its time' }) history: object[];
}

@ApiSchema({ name: 'Redrive' })
export class RedriveBody {
  @Text({ max: 200, example: 'stock-commands' })
  subscription: string;

  @Key('01932f0e-5f4a-7c3e-9b1d-2a6c4e8f0b17')
  key?: string;

  @Partition()
  partition?: number;

  @Offset('Of one message. Needs a partition, and no key')
  offset?: number;
}

@ApiSchema({ name: 'RedriveAnswer' })
export class RedriveAnswer {
  @ApiProperty({ type: 'integer', description: 'No longer parked' }) handled: number;
  @ApiProperty({ type: 'integer', description: 'Keys that failed again' }) failed: number;
  @ApiProperty({ type: 'integer', description: 'Messages that still are parked' }) left: number;
}

@ApiSchema({ name: 'Discard' })
export class DiscardBody extends RedriveBody {
  @Text({ max: 500, example: 'Written by a test', description: 'Why; it is kept with the bytes' })
  reason: string;
}

@ApiSchema({ name: 'DiscardAnswer' })
export class DiscardAnswer {
  @ApiProperty({ type: 'integer' }) discarded: number;
  @ApiProperty({ type: 'integer', description: 'Messages of the key that still are parked' }) left: number;
}

@ApiSchema({ name: 'AuditEntry' })
export class AuditEntryBody {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: ['redrive', 'discard', 'reset'] }) what: string;
  @ApiProperty() who: string;
  @ApiProperty({ required: false }) reason?: string;
  @ApiProperty() subscription: string;
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ type: [Number], description: 'Of a reset: from where to where' }) offsets: number[];
  @ApiProperty({ enum: ['handled', 'superseded', 'failed', 'discarded', 'moved'] }) outcome: string;
  @ApiProperty({ required: false }) error?: string;
}

@ApiSchema({ name: 'AuditPage' })
export class AuditList {
  @ApiProperty({ type: [AuditEntryBody], description: 'The latest first' }) items: AuditEntryBody[];
  @ApiProperty({ required: false, description: 'Pass as `after` to read on' }) next?: string;
}
