import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { Text, WholeNumber } from '@offset-zero/service';

/** An offset, or a time with its zone. */
const FROM =
  /^(\d{1,15}|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d))$/;

export class RecordsQuery {
  @Text({ max: 1_000, optional: true, description: 'Only the records of this key' })
  key?: string;

  @WholeNumber({ min: 0, max: 100_000, optional: true, fromText: true })
  partition?: number;

  @Text({
    max: 40,
    optional: true,
    pattern: FROM,
    description: 'An offset, in each partition that is looked at, or a time: oldest first from there',
  })
  from?: string;

  @WholeNumber({ min: 1, max: 200, default: 50, optional: true, fromText: true })
  limit: number = 50;
}

const CODES = ['not-avro-framed', 'unknown-schema-id', 'undecodable-value', 'unknown-record'] as const;

@ApiSchema({ name: 'UndecodableBytes' })
export class UndecodablePart {
  @ApiProperty({ enum: CODES }) code: (typeof CODES)[number];
  @ApiProperty() detail: string;
  @ApiProperty({ format: 'byte', description: 'The first 4 kB' }) bytes: string;
}

@ApiSchema({ name: 'TopicRecord' })
export class RecordBody {
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ example: '123' }) offset: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: no date can hold it' })
  time: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: a tombstone, or undecodable' }) type: string | null;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) value: object | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) headers: Record<string, string>;
  @ApiProperty({ required: false, type: UndecodablePart }) undecodable?: UndecodablePart;
}

@ApiSchema({ name: 'TopicRecords' })
export class RecordsBody {
  @ApiProperty({ type: [RecordBody] }) items: RecordBody[];
  @ApiProperty({ enum: ['newest-first', 'oldest-first'] }) order: 'newest-first' | 'oldest-first';
  @ApiProperty({ description: 'The search was given up before it had looked at everything' }) truncated: boolean;
}
