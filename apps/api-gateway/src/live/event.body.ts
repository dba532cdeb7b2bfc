import { ApiProperty, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import type { LiveRecord, ResetReason, Undecodable } from '@offset-zero/live';

@ApiSchema({ name: 'LiveUndecodable' })
export class UndecodableBody implements Undecodable {
  @ApiProperty({ example: 'unknown-schema-id' }) code: string;
  @ApiProperty() detail: string;
  @ApiProperty({ format: 'byte', description: 'The first 4 kB' }) bytes: string;
}

@ApiSchema({ name: 'LiveRecord' })
export class LiveRecordBody implements LiveRecord {
  @ApiProperty({ example: 'order' }) topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ pattern: '^[0-9]+$', example: '123' }) offset: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'null: no date can hold it' })
  time: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'null: a tombstone, or undecodable', example: 'Order' })
  type: string | null;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({
    ...{ type: 'object', additionalProperties: true, nullable: true },
    description: 'As the schema of the topic says; null: the key is no more, or undecodable',
  })
  value: Record<string, unknown> | null;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) headers: Record<string, string>;
  @ApiProperty({ required: false, type: UndecodableBody, description: 'Shown to operators only' })
  undecodable?: UndecodableBody;
}

const REASONS: ResetReason[] = ['too-old', 'too-far', 'retention', 'unknown-position', 'unknown-topic', 'log-changed'];

const object = (properties: Record<string, object>) => ({
  ...{ type: 'object', properties, additionalProperties: false },
  required: Object.keys(properties),
});

/** One event: its data are JSON, in a string. */
const event = (name: string, description: string, data: object) => ({
  type: 'object',
  description,
  properties: {
    id: { type: 'string', description: 'For `Last-Event-ID`; an event without it leaves the last one as it is' },
    event: { type: 'string', enum: [name] },
    data: { type: 'string', contentMediaType: 'application/json', contentSchema: data },
  },
  required: ['event', 'data'],
});

/** What an OpenAPI document says of a stream: the schema of each of its events. */
export const liveEvent = {
  oneOf: [
    event('record', 'One record of a topic', { $ref: getSchemaPath(LiveRecordBody) }),
    event('ready', 'What follows is live', object({})),
    event('reset', 'There is a gap: fetch everything again', object({ reason: { type: 'string', enum: REASONS } })),
    event('state', 'Whether anything can come at the moment; nothing is missed', {
      oneOf: [
        object({ live: { type: 'boolean', enum: [true] } }),
        object({
          live: { type: 'boolean', enum: [false] },
          because: { type: 'string', enum: ['kafka-away', 'registry-away'] },
        }),
      ],
    }),
  ],
};
