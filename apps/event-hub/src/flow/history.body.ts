import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { WholeNumber } from '@offset-zero/service';

export class HistoryQuery {
  @WholeNumber({ min: 1, max: 15, default: 15, optional: true, fromText: true, description: 'How far back' })
  minutes: number = 15;
}

@ApiSchema({ name: 'HistorySeries' })
export class Series {
  @ApiProperty({ enum: ['lag', 'outbox', 'rate'] }) kind: 'lag' | 'outbox' | 'rate';
  @ApiProperty({ required: false }) service?: string;
  @ApiProperty({ required: false }) subscription?: string;
  @ApiProperty({ required: false }) topic?: string;
  @ApiProperty({ type: 'array', items: { type: 'number', nullable: true }, description: 'null: not known' })
  points: (number | null)[];
}

@ApiSchema({ name: 'FlowHistory' })
export class HistoryBody {
  @ApiProperty({ description: 'Seconds between two points' }) every: number;
  @ApiProperty({ format: 'date-time', description: 'The time of the first point' }) from: string;
  @ApiProperty({ format: 'date-time', description: 'The time of the last point' }) to: string;
  @ApiProperty({ type: [Series] }) series: Series[];
}
