/** Shapes on a canvas of 400 x 300. Colours are places in the palette. */
export type Shape =
  { kind: 'circle'; cx: number; cy: number; r: number; colour: number } | { kind: 'path'; d: string; colour: number };

export interface Picture {
  /** Ground first. */
  palette: readonly string[];
  shapes: Shape[];
}

const PALETTES = [
  ['#dce8e3', '#1c665a', '#7fb8a8', '#f0a27c'],
  ['#f8e3d6', '#a9481d', '#eda27c', '#2b6d61'],
  ['#e9e0ec', '#664071', '#b18cbb', '#e2ad48'],
  ['#dbe6f0', '#2c5a86', '#86aed0', '#eeab70'],
  ['#f3e8cb', '#8d6211', '#dcb455', '#3b665e'],
  ['#f4dedf', '#9a3a4c', '#dd969f', '#33505c'],
  ['#e5e9d4', '#525f23', '#a2b161', '#c46039'],
  ['#e0e3e8', '#3b475a', '#919fb3', '#dc8453'],
] as const;

type Random = () => number;

/** FNV-1a, 32 bit. */
const hashOf = (text: string): number =>
  [...text].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0, 0x811c9dc5);

/** Mulberry32: the same seed gives the same numbers in 0..1. */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const whole = (random: Random, from: number, to: number): number => Math.round(from + random() * (to - from));

const arches = (random: Random): Shape[] => {
  const x = whole(random, 150, 250);
  return [150, 112, 74, 36].map((r, i) => ({
    kind: 'path',
    d: `M${x - r} 300V${300 - r}a${r} ${r} 0 0 1 ${2 * r} 0V300z`,
    colour: [1, 2, 3, 0][i]!,
  }));
};

const fruits = (random: Random): Shape[] => [
  { kind: 'path', d: `M0 ${whole(random, 205, 230)}H400V300H0z`, colour: 2 },
  { kind: 'circle', cx: whole(random, 120, 170), cy: 158, r: whole(random, 62, 84), colour: 1 },
  { kind: 'circle', cx: whole(random, 235, 290), cy: 188, r: whole(random, 40, 58), colour: 3 },
];

const waves = (random: Random): Shape[] => {
  const sun: Shape = { kind: 'circle', cx: whole(random, 90, 310), cy: whole(random, 70, 110), r: 44, colour: 3 };
  const lines = [150, 195, 240].map((y, i): Shape => {
    const swing = whole(random, 25, 60) * (i % 2 === 0 ? 1 : -1);
    return { kind: 'path', d: `M0 ${y}C130 ${y - swing} 270 ${y + swing} 400 ${y}V300H0z`, colour: [2, 1, 2][i]! };
  });
  return [sun, ...lines];
};

const tiles = (random: Random): Shape[] =>
  Array.from({ length: 12 }, (_, i): Shape => {
    const [x, y, turn] = [(i % 4) * 100, Math.floor(i / 4) * 100, whole(random, 0, 3)];
    const quarter = [
      `M${x} ${y}h100a100 100 0 0 1-100 100z`,
      `M${x + 100} ${y}v100a100 100 0 0 1-100-100z`,
      `M${x + 100} ${y + 100}h-100a100 100 0 0 1 100-100z`,
      `M${x} ${y + 100}v-100a100 100 0 0 1 100 100z`,
    ][turn]!;
    return { kind: 'path', d: quarter, colour: whole(random, 1, 3) };
  });

const leaves = (random: Random): Shape[] => {
  const stem: Shape = { kind: 'path', d: 'M197 300V60h6v240z', colour: 1 };
  const pairs = [250, 195, 140, 85].flatMap((y, i): Shape[] => {
    const long = whole(random, 70, 120);
    return [1, -1].map((side) => ({
      kind: 'path',
      d: `M200 ${y}q${side * 20}-55 ${side * long}-50q${side * -10} 50 ${side * -long} 50z`,
      colour: (i + (side > 0 ? 0 : 1)) % 2 === 0 ? 2 : 1,
    }));
  });
  return [stem, ...pairs, { kind: 'circle', cx: 200, cy: 52, r: whole(random, 16, 26), colour: 3 }];
};

const pots = (random: Random): Shape[] => {
  const [w, h] = [whole(random, 60, 95), whole(random, 95, 150)];
  const [left, top] = [200 - w, 260 - h];
  return [
    { kind: 'path', d: 'M0 260H400V300H0z', colour: 2 },
    { kind: 'path', d: `M${left} ${top}h${2 * w}l-18 ${h}h${36 - 2 * w}z`, colour: 1 },
    { kind: 'path', d: `M${left - 10} ${top - 24}h${2 * w + 20}v26h${-2 * w - 20}z`, colour: 3 },
    { kind: 'circle', cx: whole(random, 150, 250), cy: top - 44, r: 26, colour: 2 },
  ];
};

const MOTIFS = [arches, fruits, waves, tiles, leaves, pots];

/** A picture of its own for each product. The id alone decides: it is the same wherever only that is known, as in an order. */
export function picture(productId: string): Picture {
  const random = randomOf(hashOf(productId));
  const motif = MOTIFS[Math.floor(random() * MOTIFS.length)]!;
  return { palette: PALETTES[Math.floor(random() * PALETTES.length)]!, shapes: motif(random) };
}
