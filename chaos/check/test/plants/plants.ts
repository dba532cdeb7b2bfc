import { disordered } from './disordered.ts';
import { doubled } from './doubled.ts';
import { leftOver } from './left-over.ts';
import { lost } from './lost.ts';
import { orders } from './orders.ts';
import { phantom } from './phantom.ts';
import { stock } from './stock.ts';
import { tables } from './tables.ts';
import type { Plant } from './plant.ts';

/** By what has happened. */
export const PLANTS: Record<string, Plant> = {
  ...lost,
  ...doubled,
  ...disordered,
  ...phantom,
  ...stock,
  ...orders,
  ...tables,
  ...leftOver,
};
