import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import type { SubscriptionStatus, Target } from '@offset-zero/messaging';
import { IsOptional } from 'class-validator';
import { rule } from '../validation/rule.ts';
import { OFFSET, Partition } from './place.ts';

@ApiSchema({ name: 'PartitionProgress' })
export class PartitionBody {
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer', description: 'The next offset to handle' }) next: number;
  @ApiProperty({ type: 'integer', description: 'Where the log ended when last asked' }) end: number;
  @ApiProperty({ description: 'What comes next was handled before a reset, and publishes nothing' }) replaying: boolean;
}

@ApiSchema({ name: 'Subscription' })
export class SubscriptionBody {
  @ApiProperty() name: string;
  @ApiProperty() topic: string;
  @ApiProperty({ description: 'Its consumer group' }) group: string;
  @ApiProperty({ enum: ['starting', 'running', 'waiting', 'stopped'] }) state: string;
  @ApiProperty({ required: false, description: 'Why it has stopped' }) code?: string;
  @ApiProperty({ required: false, description: 'What it waits for or stopped at' }) error?: string;
  @ApiProperty({ type: 'integer', description: 'Messages it is behind, at most' }) lag: number;
  @ApiProperty({ description: 'How old the oldest message that waits is at most' }) behindMs: number;
  @ApiProperty({ type: 'integer', description: 'Messages that could not be handled, and those behind them' })
  parked: number;
  @ApiProperty({ type: 'integer', description: 'Messages that wait for data which has not arrived' }) waiting: number;
  @ApiProperty({ type: [PartitionBody] }) partitions: PartitionBody[];
}

@ApiSchema({ name: 'SubscriptionList' })
export class SubscriptionList {
  @ApiProperty({ type: [SubscriptionBody] }) items: SubscriptionBody[];
}

/** `replayUntil`: below which offset a partition is replayed. */
export const shown = (status: SubscriptionStatus, replayUntil: ReadonlyMap<number, number>): SubscriptionBody => {
  const { name, topic, group, state, code, error, lag, behindMs, parked, waiting, partitions } = status;
  const replays = (partition: number, next: number) => next < (replayUntil.get(partition) ?? 0);
  return {
    ...{ name, topic, group, state, code, error, lag, behindMs, parked, waiting },
    partitions: partitions.map((each) => ({ ...each, replaying: replays(each.partition, each.next) })),
  };
};

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

/** Reads `"beginning"`, `"end"`, `{ "offset": 17 }` or `{ "time": "2026-11-21T08:00:00Z" }`. */
export function targetOf(to: unknown): Target | undefined {
  if (to === 'beginning' || to === 'end') return to;
  const [[name, value] = [], ...more] = Object.entries((typeof to === 'object' && to) || {});
  if (more.length > 0) return undefined;
  if (name === 'offset' && Number.isSafeInteger(value) && (value as number) >= 0) return { offset: value as number };
  if (name !== 'time' || typeof value !== 'string' || !ISO_TIME.test(value)) return undefined;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? undefined : { time };
}

const WRONG = 'wrong-format: must be "beginning", "end", {"offset": number} or {"time": ISO 8601 with a zone}';

@ApiSchema({ name: 'Reset' })
export class ResetBody {
  @rule('target', (to) => (targetOf(to) === undefined ? WRONG : undefined))
  @ApiProperty({
    example: 'beginning',
    description: 'Where to go on reading: each partition at this offset, or at its first message of this time or later',
    oneOf: [
      { type: 'string', enum: ['beginning', 'end'] },
      {
        type: 'object',
        required: ['offset'],
        properties: { offset: { type: 'integer', minimum: 0, maximum: OFFSET.max } },
        additionalProperties: false,
      },
      {
        type: 'object',
        required: ['time'],
        properties: { time: { type: 'string', format: 'date-time' } },
        additionalProperties: false,
      },
    ],
  })
  to: 'beginning' | 'end' | object;

  @Partition('This partition only')
  partition?: number;

  @IsOptional()
  @rule('flag', (value) => (typeof value === 'boolean' ? undefined : 'not-a-boolean: must be true or false'))
  @ApiProperty({
    required: false,
    nullable: true,
    default: false,
    example: true,
    description: 'Tells what it would do, and does nothing',
  })
  dryRun?: boolean;
}

@ApiSchema({ name: 'Move' })
export class MoveBody {
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer', maximum: OFFSET.max }) from: number;
  @ApiProperty({ type: 'integer' }) to: number;
  @ApiProperty({ type: 'integer', description: 'Messages that are handled again, at most' }) again: number;
  @ApiProperty({ type: 'integer', description: 'Messages that are never handled, at most' }) skipped: number;
}

@ApiSchema({ name: 'ResetAnswer' })
export class ResetAnswer {
  @ApiProperty() subscription: string;
  @ApiProperty() topic: string;
  @ApiProperty({ description: 'A view: it is built anew, and its rows serve on meanwhile' }) rebuild: boolean;
  @ApiProperty() dryRun: boolean;
  @ApiProperty({ type: [MoveBody] }) moves: MoveBody[];
}
