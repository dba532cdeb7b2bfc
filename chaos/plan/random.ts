/** Numbers that only look random: the same seed gives the same ones, for ever and everywhere. */
export interface Random {
  /** 0 <= n < 1. */
  next(): number;
  /** A whole number, both ends included. */
  whole(min: number, max: number): number;
  pick<T>(from: readonly T[]): T;
  shuffled<T>(all: readonly T[]): T[];
  chance(probability: number): boolean;
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state are plenty for a plan. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    chance: (probability) => next() < probability,
    shuffled(all) {
      const cards = [...all];
      for (let i = cards.length - 1; i > 0; i--) {
        const j = whole(0, i);
        [cards[i], cards[j]] = [cards[j]!, cards[i]!];
      }
      return cards;
    },
  };
}

/** Deals every card once before any comes again, each time in another order. */
export function dealer<T>(random: Random, cards: readonly T[]): () => T {
  let deck: T[] = [];
  return () => {
    if (deck.length === 0) deck = random.shuffled(cards);
    return deck.pop()!;
  };
}
