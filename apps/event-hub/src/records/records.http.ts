import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { allTopics, told, type Topic, topicNamed } from '@offset-zero/contracts';
import { type PartitionEnds, partitionOf } from '@offset-zero/kafka';
import { Problems, Refusal } from '@offset-zero/service';
import { Log } from '../log.process.ts';
import { RecordsBody, RecordsQuery } from './record.body.ts';
import { RecordSearch } from './search.process.ts';

const names = allTopics.map((topic) => topic.name);

@ApiTags('event hub')
@Controller('event-hub/topics')
export class TopicRecords {
  constructor(
    private readonly log: Log,
    private readonly search: RecordSearch,
  ) {}

  @Get(':topic/records')
  @ApiOperation({ operationId: 'listTopicRecords', summary: 'What lies in a topic, decoded' })
  @ApiParam({ name: 'topic', schema: { type: 'string', enum: names, example: 'order' } })
  @ApiOkResponse({ type: RecordsBody })
  @Problems('validation-failed', 'topic-not-found', 'partition-not-found', 'kafka-unavailable', 'registry-unavailable')
  async list(
    @Param('topic') name: string,
    @Query() { key, partition, from, limit }: RecordsQuery,
  ): Promise<RecordsBody> {
    const topic = topicNamed(name);
    if (topic === undefined) throw new Refusal('topic-not-found', `There are: ${names.join(', ')}`);
    const ends = await this.log.ends(name);
    const where = chosen(ends, partition ?? (key === undefined ? undefined : partitionOf(key, ends.length)));
    const search = { topic: name, wanted: wantedBy(key), limit };
    const found =
      from === undefined
        ? await this.search.newest(search, where)
        : await this.search.oldest(search, where, await this.starts(topic, from, where));
    await this.log.learn(found.records);
    return {
      items: found.records.map((record) => told(record, topic, this.log.codec)),
      order: from === undefined ? 'newest-first' : 'oldest-first',
      truncated: found.truncated,
    };
  }

  /** An offset is one of each partition that is looked at. */
  private async starts({ name }: Topic, from: string, where: PartitionEnds[]): Promise<Map<number, number>> {
    if (!/^\d+$/.test(from)) return this.log.offsetsAt(name, timeOf(from));
    return new Map(where.map(({ partition }) => [partition, Number(from)]));
  }
}

const wantedBy = (key: string | undefined) => (record: { key: string | null }) =>
  key === undefined || record.key === key;

function chosen(ends: PartitionEnds[], partition: number | undefined): PartitionEnds[] {
  if (partition === undefined) return ends;
  const found = ends.filter((each) => each.partition === partition);
  if (found.length === 0) throw new Refusal('partition-not-found');
  return found;
}

function timeOf(text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalid('from', 'not-a-time', 'must be an offset or a time');
  return Math.max(time, 0); // below zero Kafka takes it for one of the log's ends
}

const invalid = (parameter: string, code: string, message: string): Refusal =>
  new Refusal('validation-failed', { errors: [{ parameter, code, message }] });
