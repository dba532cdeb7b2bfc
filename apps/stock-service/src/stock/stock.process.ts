import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { type ReleaseStock, type ReserveStock, topics } from '@offset-zero/contracts';
import { fold } from '@offset-zero/decider';
import { type Lock, type Reaction, Reacts } from '@offset-zero/messaging/nest';
import { Clock } from '@offset-zero/service';
import { lockForBatch, StockTable } from './stock.table.ts';
import { isSame, type StockCommand, warehouse } from './stock.ts';

const lock: Lock = (messages, sql) =>
  lockForBatch(
    messages.map(({ value }) => value as ReserveStock),
    sql,
  );

/** What other services ask of the stock. Asked twice or out of order, the rules answer. */
@Controller()
export class StockProcess {
  constructor(
    private readonly stock: StockTable,
    private readonly clock: Clock,
  ) {}

  @Reacts(topics.stockCommands, 'ReserveStock', { lock })
  reserve(@Payload() { orderId, lines }: ReserveStock, @Ctx() reaction: Reaction): Promise<void> {
    return this.handle({ type: 'ReserveStock', orderId, lines, now: this.clock.now() }, reaction);
  }

  @Reacts(topics.stockCommands, 'ReleaseStock', { lock })
  release(@Payload() { orderId }: ReleaseStock, @Ctx() reaction: Reaction): Promise<void> {
    return this.handle({ type: 'ReleaseStock', orderId, now: this.clock.now() }, reaction);
  }

  private async handle(command: Exclude<StockCommand, { type: 'ReceiveGoods' }>, reaction: Reaction): Promise<void> {
    const lines = command.type === 'ReserveStock' ? command.lines : [];
    const before = await this.stock.lockOrder(reaction, command.orderId, lines);
    const events = warehouse.decide(command, before);
    const after = fold(warehouse, events, before);
    if (reaction.replaying && isSame(before, after)) return; // its answer was published then, and stands
    await this.stock.save(reaction, before, after, events);
  }
}
