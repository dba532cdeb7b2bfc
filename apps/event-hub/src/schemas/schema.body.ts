import { ApiProperty, ApiSchema } from '@nestjs/swagger';

@ApiSchema({ name: 'SchemaVersion' })
export class SchemaVersion {
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: 'integer', description: 'Stands in the first bytes of every value that it wrote' }) id: number;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Avro' }) schema: object;
}

@ApiSchema({ name: 'SchemaSubject' })
export class SubjectBody {
  @ApiProperty({ example: 'order-value' }) subject: string;
  @ApiProperty({ example: 'order' }) topic: string;
  @ApiProperty({ example: 'Order' }) record: string;
  @ApiProperty({ type: [SchemaVersion], description: 'Oldest first; none before the schema is deployed' })
  versions: SchemaVersion[];
}

@ApiSchema({ name: 'SchemaSubjects' })
export class SubjectsBody {
  @ApiProperty({ type: [SubjectBody] }) subjects: SubjectBody[];
}
