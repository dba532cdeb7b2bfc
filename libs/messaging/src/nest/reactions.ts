import { type Fact, isWholeValue, type Topic } from '@offset-zero/contracts';
import type { Sql } from '@offset-zero/postgres';
import type { MessageHandler } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import type { Message } from '../message.ts';
import type { Subscription } from '../subscription.ts';
import { inReplay, PublishesWhileReplaying } from '../replaying.ts';
import type { Reaction } from './reaction.ts';
import { type Lock, patternOf } from './reacts.ts';

type Append = (sql: Sql, facts: Fact[]) => Promise<void>;
type Around = (message: Message, handle: () => Promise<void>) => Promise<void>;

/** One subscription per topic that has handlers, named as the topic. */
export function reactionsOf(
  handlers: ReadonlyMap<string, MessageHandler>,
  append: Append,
  around: Around,
): Subscription[] {
  const topics = new Map<Topic, string[]>();
  const locks = new Map<string, Lock>();
  for (const [pattern, handler] of handlers) {
    const { topic, record, lock } = (handler.extras ?? {}) as { topic?: Topic; record: string; lock?: Lock };
    if (!topic) throw new Error(`The handler of ${pattern} was not declared with @Reacts`);
    if (handler.next) throw new Error(`${pattern} has two handlers: a record has one handler per service`);
    topics.set(topic, [...(topics.get(topic) ?? []), record]);
    if (lock) locks.set(pattern, lock);
  }
  return [...topics].map(([topic, records]) => ({
    name: topic.name,
    topic,
    records,
    supersede: isWholeValue(topic),
    async apply(messages, sql, { replaying }) {
      await lockFor(messages, locks, sql);
      for (const message of messages) {
        const handler = handlers.get(patternOf(topic.name, message.record))!;
        await around(message, () => handle(handler, reactionTo(message, sql, replaying ? undefined : append)));
      }
    },
  }));
}

/** Each lock once, with all the messages it is declared for. */
async function lockFor(messages: Message[], locks: ReadonlyMap<string, Lock>, sql: Sql): Promise<void> {
  const declared = Map.groupBy(messages, ({ topic, record }) => locks.get(patternOf(topic, record)));
  for (const [lock, needing] of declared) await lock?.(needing, sql);
}

/** A reaction, and why it must not be committed, even where its handler went on. */
interface Begun extends Reaction {
  refused?: PublishesWhileReplaying;
}

function reactionTo(message: Message, sql: Sql, append: Append | undefined): Begun {
  const begun: Begun = {
    sql,
    message,
    replaying: append === undefined,
    async append(...facts) {
      if (facts.length === 0) return;
      if (append) return append(sql, facts);
      begun.refused = new PublishesWhileReplaying(facts.map(({ record, key }) => `${record} ${key}`).join(', '));
      throw begun.refused;
    },
  };
  return begun;
}

/** Nest gives a handler's error as a failing stream, not as a rejection. */
async function handle(handler: MessageHandler, reaction: Begun): Promise<void> {
  const run = async () => {
    const result: unknown = await handler(reaction.message.value, reaction);
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  };
  await (reaction.replaying ? inReplay(run) : run());
  if (reaction.refused) throw reaction.refused;
}
