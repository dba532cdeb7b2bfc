import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { differenceKinds, type RepublishReport } from '@offset-zero/outbox';
import { IsOptional } from 'class-validator';
import { Text } from '../validation/decorators.ts';
import { rule } from '../validation/rule.ts';
import type { RepublishRun } from './republishing.process.ts';

@ApiSchema({ name: 'RepublishRequest' })
export class RepublishBody {
  @Text({ min: 1, max: 249, optional: true, description: 'This topic only' })
  topic?: string;

  @IsOptional()
  @rule('flag', (value) => (typeof value === 'boolean' ? undefined : 'not-a-boolean: must be true or false'))
  @ApiProperty({
    required: false,
    nullable: true,
    default: false,
    example: true,
    description: 'Compares, and changes nothing',
  })
  dryRun?: boolean;
}

const KINDS = Object.entries(differenceKinds).map(([kind, meaning]) => `\`${kind}\`: ${meaning}`);

@ApiSchema({ name: 'RepublishExample' })
class ExampleBody {
  @ApiProperty() key: string;
  @ApiProperty({ enum: Object.keys(differenceKinds), description: KINDS.join('; ') }) kind: string;
  @ApiProperty({ type: 'integer', nullable: true }) logVersion: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) ownerVersion: number | null;
  @ApiProperty({ type: 'integer', description: 'After the repair' }) version: number;
  @ApiProperty({ description: 'False when only the owner has something to learn' }) publish: boolean;
}

@ApiSchema({ name: 'RepublishReport' })
class TopicReportBody implements RepublishReport {
  @ApiProperty() topic: string;
  @ApiProperty({ enum: ['reading the log', 'walking the table', 'settling differences', 'done'] })
  step: RepublishReport['step'];
  @ApiProperty({ type: 'integer' }) recordsRead: number;
  @ApiProperty({ type: 'integer', description: 'Keys that the table has' }) compared: number;
  @ApiProperty({ type: 'integer', description: 'Keys that differ' }) differing: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'By kind' })
  counts: RepublishReport['counts'];
  @ApiProperty({ type: [ExampleBody], description: 'The first ten of each kind' })
  examples: RepublishReport['examples'];
  @ApiProperty({ type: 'integer', description: 'Keys whose repair was seen in the log' }) repaired: number;
  @ApiProperty({
    type: 'integer',
    description: 'Keys that could not be compared, or whose repair is not in the log yet',
  })
  inMotion: number;
}

@ApiSchema({ name: 'BeyondRepair' })
class BeyondRepairBody {
  @ApiProperty() topic: string;
  @ApiProperty({ enum: ['events', 'commands'] }) kind: string;
  @ApiProperty({ type: 'integer', description: 'Offsets between its ends' }) offsets: number;
}

@ApiSchema({ name: 'RepublishRun' })
export class RepublishAnswer implements RepublishRun {
  @ApiProperty({ enum: ['never', 'running', 'done', 'failed'] }) state: RepublishRun['state'];
  @ApiProperty() dryRun: boolean;
  @ApiProperty({ required: false, format: 'date-time' }) startedAt?: string;
  @ApiProperty({ required: false, format: 'date-time' }) finishedAt?: string;
  @ApiProperty({ required: false, description: 'Why it failed' }) error?: string;
  @ApiProperty({ type: [TopicReportBody] }) topics: TopicReportBody[];
  @ApiProperty({ type: [BeyondRepairBody], description: 'What happened once: no table can tell it again' })
  notComparable: BeyondRepairBody[];
}
