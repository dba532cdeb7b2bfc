import type { IncomingHttpHeaders } from 'node:http';
import { Controller, Get, Headers, Inject, Query, Req, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { allTopics, topicNamed } from '@offset-zero/contracts';
import { Caller, Id, May, type Principal, Problems, Refusal, Text, Texts } from '@offset-zero/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusedOrder } from '../order-page/refused.ts';
import { upstreams } from '../upstreams/table.ts';
import { Upstreams } from '../upstreams/upstreams.http.ts';
import { type Cursor, decodeCursor } from './cursor.ts';
import { liveEvent, LiveRecordBody } from './event.body.ts';
import { eventStream } from './event-stream.http.ts';
import { Streams } from './streams.process.ts';
import { topicsFor, type Wish } from './visible.ts';

const CURSOR = { max: 4_096, optional: true, description: 'The id of the last event: the stream goes on behind it' };

class LiveQuery {
  @ApiProperty({ items: { type: 'string', enum: allTopics.map(({ name }) => name) } })
  @Texts({
    each: { max: 100 },
    max: 50,
    separator: ',',
    optional: true,
    description: 'Only these topics; all that the caller may see when left out',
  })
  topics?: string[];

  @Texts({ each: { max: 100 }, max: 100, optional: true, description: 'Only records with these keys' })
  key?: string[];

  @Id({ optional: true, description: 'Besides, everything that happens to this order' })
  order?: string;

  @Text(CURSOR)
  lastEventId?: string;
}

/** What happens, as it happens. */
@ApiTags('live')
@Controller('api/live')
export class Live {
  constructor(
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Upstreams) private readonly upstreams: Upstreams,
  ) {}

  @Get()
  @May('shopper')
  @ApiOperation({
    operationId: 'followLive',
    summary: 'Records of the topics as they are committed, as server-sent events',
    description:
      'Events: `record`, `ready` (what follows is live), `reset` (there is a gap: fetch everything again), `state` (whether Kafka answers). ' +
      'Shoppers see products, stock and their own orders, clerks also every order and customer, operators every topic. ' +
      'The stream ends when the token does; it is continued without a gap by the id of its last event.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: `${CURSOR.description}. Counts more than \`lastEventId\``,
    schema: { type: 'string', maxLength: CURSOR.max, pattern: '^[A-Za-z0-9_-]*$' },
  })
  @ApiProduces('text/event-stream')
  @ApiExtraModels(LiveRecordBody)
  @ApiOkResponse({
    description: 'The stream; this is the schema of each event',
    content: { 'text/event-stream': { schema: liveEvent } },
  })
  @Problems(
    'invalid-cursor',
    'order-not-found',
    'answer-lost',
    'service-unavailable',
    'view-behind',
    'live-full',
    'too-many-requests',
    'service-stopping',
    'service-timeout',
  )
  async follow(
    @Query() query: LiveQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Caller() caller: Principal,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wish = { topics: topicsIn(query, caller), keys: query.key && new Set(query.key), order: query.order };
    const cursor = cursorIn(lastEventId ?? query.lastEventId);
    this.streams.admit(caller);
    await this.checkOrder(wish, request.headers);
    this.streams.admit(caller); // others may have come while the order was asked for
    const { sink, whenFree, whenGone } = eventStream(reply, request.method === 'HEAD');
    const stream = this.streams.begin(caller, wish, cursor, sink);
    whenFree(() => stream.drained());
    whenGone(() => stream.end('left'));
  }

  /** Throws unless order-service shows the order to whoever has this token. */
  private async checkOrder({ order }: Wish, asked: IncomingHttpHeaders): Promise<void> {
    if (order === undefined) return;
    const { authorization, 'consistency-token': seen } = asked;
    const answer = await this.upstreams.json(upstreams.orders, {
      path: `/orders/${order}`,
      headers: {
        accept: 'application/json',
        authorization: authorization!,
        ...(seen && { 'consistency-token': seen }),
      },
    });
    if (answer.status !== 200) throw refusedOrder(answer);
  }
}

function topicsIn({ topics }: LiveQuery, { role }: Principal): ReadonlySet<string> {
  const unknown = topics?.filter((topic) => topicNamed(topic) === undefined) ?? [];
  if (unknown.length > 0)
    throw new Refusal('validation-failed', {
      errors: unknown.map((topic) => ({ parameter: 'topics', code: 'unknown-topic', message: `${topic} is no topic` })),
    });
  const hidden = topics?.find((topic) => !topicsFor(role).includes(topic));
  if (hidden !== undefined) throw new Refusal('forbidden', `${hidden} is not shown to the role ${role}`);
  return new Set(topics ?? topicsFor(role));
}

function cursorIn(text: string | undefined): Cursor | undefined {
  if (text === undefined || text === '') return undefined;
  const cursor = decodeCursor(text);
  if (cursor === undefined) throw new Refusal('invalid-cursor');
  return cursor;
}
