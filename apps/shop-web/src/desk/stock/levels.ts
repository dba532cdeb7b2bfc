import type { components } from '../../api/generated/openapi.d.ts';

export type Level = components['schemas']['Stock'];

type Values = Record<string, unknown> | null;

/** A level as the topic `stock` has it; null: the product is gone. */
export function levelIn(value: Values): Level | undefined {
  if (value === null) return undefined;
  const { productId, onHand, reserved } = value as { productId: string; onHand: number; reserved: number };
  return { productId, onHand, reserved, available: onHand - reserved };
}

/** Levels with one of them renewed; those that nobody asked for stay out. */
export const renewed = (levels: readonly Level[], level: Level): Level[] =>
  levels.map((each) => (each.productId === level.productId ? level : each));
