import type { Fault, Planned, Server } from './fault.ts';
import { SERVERS } from './fault.ts';
import { createRandom, dealer, type Random } from './random.ts';

const ROUND_SECONDS = 60;
/** At the end of a round nothing new goes wrong: long enough to see whether the system comes to itself. */
const QUIET_SECONDS = 8;

/** What happens in every round, so that a run of a few minutes has seen each of them several times. */
const ROUND: Draw[] = [
  ...['kafka', 'registry', 'postgres'].map((target): Draw => () => ({ kind: 'kill', target })),
  ...twice((draw) => ({ kind: 'kill', target: draw.process() })),
  (draw) => ({ kind: 'pause', target: draw.process(), seconds: draw.whole(2, 6) }),
  (draw) => ({ kind: 'pause', target: draw.process(), seconds: draw.whole(15, 20) }), // longer than any lock lives
  (draw) => ({ kind: 'pause', target: draw.server(), seconds: draw.whole(3, 16) }),
  (draw) => ({ kind: 'second', target: draw.service(), seconds: draw.whole(12, 20), end: 'stop' }),
  (draw) => ({ kind: 'second', target: draw.service(), seconds: draw.whole(8, 14), end: 'kill' }),
  ...twice((draw) => ({ kind: 'cut', ...draw.way(), seconds: draw.whole(2, 10) })),
  (draw) => ({ kind: 'stall', ...draw.way(), seconds: draw.whole(4, 18) }),
];

/** Who is hit: each in turn, before anybody is hit again. */
interface Draws {
  process(): string;
  service(): string;
  server(): Server;
  way(): { target: string; server: Server };
  whole: Random['whole'];
}

type Draw = (draws: Draws) => Fault;

export interface PlanOptions {
  seed: number;
  minutes: number;
  /** Those with a database: they can be doubled, and have connections to cut. */
  services: readonly string[];
  /** Those without: they can only be killed and paused. */
  doors: readonly string[];
}

/** What goes wrong and when: for the same options always the same, in the order of time. */
export function planOf({ seed, minutes, services, doors }: PlanOptions): Planned[] {
  const random = createRandom(seed);
  const draws: Draws = {
    process: dealer(random, [...services, ...doors]),
    service: dealer(random, services),
    server: dealer(random, SERVERS),
    way: dealer(
      random,
      services.flatMap((target) => SERVERS.map((server) => ({ target, server }))),
    ),
    whole: random.whole,
  };
  const rounds = Math.ceil(minutes);
  const plan = Array.from({ length: rounds }, (_, round) => roundOf(random, draws, round * ROUND_SECONDS)).flat();
  return plan.filter(({ at }) => at < minutes * ROUND_SECONDS);
}

function roundOf(random: Random, draws: Draws, from: number): Planned[] {
  const gap = (ROUND_SECONDS - QUIET_SECONDS) / ROUND.length;
  return random.shuffled(ROUND).map((draw, i) => {
    const at = from + (i + random.next()) * gap;
    return { ...draw(draws), at: Math.round(at * 10) / 10 };
  });
}

function twice(draw: Draw): Draw[] {
  return [draw, draw];
}
