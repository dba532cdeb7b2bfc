import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { topics } from '@offset-zero/contracts';
import { Problems } from '@offset-zero/service';
import { Registry } from './registry.http.ts';
import { SubjectsBody } from './schema.body.ts';

const subjects = Object.values(topics).flatMap(({ name: topic, records }) =>
  Object.values(records).map(({ subject, name: record }) => ({ subject, topic, record })),
);

@ApiTags('event hub')
@Controller('event-hub/schemas')
export class Schemas {
  constructor(private readonly registry: Registry) {}

  @Get()
  @ApiOperation({ operationId: 'listSchemas', summary: 'Every schema of the topics, in all its versions' })
  @ApiOkResponse({ type: SubjectsBody })
  @Problems('registry-unavailable')
  async list(): Promise<SubjectsBody> {
    const found = subjects.map(async (each) => ({ ...each, versions: await this.registry.versions(each.subject) }));
    return { subjects: await Promise.all(found) };
  }
}
