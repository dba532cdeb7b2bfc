import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { allTopics } from '@offset-zero/contracts';
import { Sampler } from '../samples/sampler.process.ts';
import { Services } from '../samples/services.http.ts';
import { MapBody } from './map.body.ts';
import { onMap, topicOnMap } from './map.ts';

@ApiTags('event hub')
@Controller('event-hub/map')
export class EventMap {
  constructor(
    private readonly sampler: Sampler,
    private readonly services: Services,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getEventMap', summary: 'Who publishes and reads what, and whether it is there' })
  @ApiOkResponse({ type: MapBody })
  async find(): Promise<MapBody> {
    const latest = (await this.sampler.samples()).at(-1);
    return {
      services: this.services.names.map((name) =>
        onMap(name, this.services.manifest(name), latest?.services.get(name)),
      ),
      topics: allTopics.map(topicOnMap),
    };
  }
}
