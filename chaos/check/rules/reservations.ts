import { isDeepStrictEqual } from 'node:util';
import type { Facts, LogRecord } from '../facts.ts';
import { historiesOf, told } from '../log.ts';
import type { Finding } from '../report.ts';
import type { Line, OrderPlaced } from '../shop.ts';

const RESERVATION_TIMEOUT = 'reservation-timeout';

interface Said extends Partial<OrderPlaced> {
  lines?: OrderPlaced['lines'];
  reason?: string;
}

/** What is known of one order, each list in the order of its topic. */
interface Dealings {
  events: LogRecord<Said>[];
  commands: LogRecord<Said>[];
  answers: LogRecord<Said>[];
  /** The row that stock-service keeps. */
  status: string | undefined;
}

/**
 * Each order asks for its stock once and gives it back once if it ends otherwise than CONFIRMED; stock-service answers
 * each command's effect once, the order follows the answer, and nothing stays reserved for an order that is not CONFIRMED.
 */
export function reservations(facts: Facts): Finding {
  const events = historiesOf<Said>(facts, 'order-events');
  const commands = historiesOf<Said>(facts, 'stock-commands');
  const answers = historiesOf<Said>(
    { ...facts, log: facts.log.filter(({ type }) => type !== 'GoodsReceived') },
    'stock-events',
  );
  const statuses = new Map(facts.tables.reservation.map(({ orderId, status }) => [orderId, status]));
  const keys = new Set([events, commands, answers, statuses].flatMap((each) => [...each.keys()]));
  const breaches = [...keys].flatMap((key): Finding['breaches'] => {
    const of = <T>(map: Map<string, T[]>): T[] => map.get(key) ?? [];
    const dealings = { events: of(events), commands: of(commands), answers: of(answers), status: statuses.get(key) };
    const { status } = dealings;
    const evidence = {
      events: told(dealings.events),
      commands: told(dealings.commands),
      answers: told(dealings.answers),
      status,
    };
    return [...wrong(dealings)].map((what) => ({ key, what, evidence }));
  });
  return { examined: keys.size, breaches };
}

function* wrong({ events, commands, answers, status }: Dealings): Generator<string> {
  const ended = events.at(-1);
  const timedOut = ended?.type === 'OrderRejected' && ended.value?.reason === RESERVATION_TIMEOUT;
  const gaveBack = ended?.type === 'OrderCancelled' || timedOut;

  const asked = types(commands);
  const shouldAsk = gaveBack ? 'ReserveStock, ReleaseStock' : 'ReserveStock';
  if (asked !== shouldAsk) yield `asked of the stock was ${asked || 'nothing'}, not ${shouldAsk}`;
  const [placed, reserve] = [events[0]?.value?.lines, commands[0]?.value?.lines];
  if (!isDeepStrictEqual(piecesOf(placed), piecesOf(reserve))) yield 'other lines were asked for than were ordered';

  const answered = types(answers);
  const reserved = answers[0]?.type === 'StockReserved';
  const shouldAnswer = reserved ? (gaveBack ? 'StockReserved, StockReleased' : 'StockReserved') : 'StockRejected';
  if (answered !== shouldAnswer) yield `answered was ${answered || 'nothing'}, not ${shouldAnswer}`;
  if (reserved && !isDeepStrictEqual(piecesOf(answers[0]?.value?.lines), piecesOf(reserve))) {
    yield 'other lines were reserved than were asked for';
  }
  yield* unfollowed(events, answers[0]);

  const shouldStand = reserved ? (gaveBack ? 'RELEASED' : 'RESERVED') : 'REJECTED';
  if (status === 'RESERVED' && shouldStand !== 'RESERVED') yield 'a reservation of an order that ended is not released';
  else if (status !== shouldStand) yield `the reservation is ${status ?? 'missing'}, not ${shouldStand}`;
}

/** Only what the stock has said makes an order CONFIRMED, or REJECTED but for its silence. */
function* unfollowed(events: LogRecord<Said>[], answer: LogRecord<Said> | undefined): Generator<string> {
  for (const { type, value } of events) {
    if (type === 'OrderConfirmed' && answer?.type !== 'StockReserved') yield 'CONFIRMED, and nothing was reserved';
    if (type !== 'OrderRejected' || value?.reason === RESERVATION_TIMEOUT) continue;
    if (answer?.type !== 'StockRejected') yield 'REJECTED, and the stock had not said so';
    else if (answer.value?.reason !== value?.reason) yield `REJECTED for ${value?.reason}, not ${answer.value?.reason}`;
  }
}

const types = (records: LogRecord<Said>[]): string => records.map(({ type }) => type).join(', ');

const piecesOf = (lines: readonly Line[] = []): Line[] =>
  lines.map(({ productId, quantity }) => ({ productId, quantity }));
