import type { Io } from './io.ts';
import { type Page, parkedPage, parkedTable } from './parked-messages.ts';
import type { Service } from './service.ts';

const SHOWN = 200;

/** Parked messages of a subscription: of a key, of a partition, one, or all. */
export interface Picking {
  subscription: string;
  key?: string;
  partition?: number;
  offset?: number;
}

/** What would be concerned, as far as one page of the parked messages shows it. */
export async function pickedOut(service: Service, { subscription, key, partition, offset }: Picking): Promise<Page> {
  const page = await parkedPage(service, { subscription, key, limit: SHOWN });
  const items = page.items.filter(
    (each) =>
      (partition === undefined || each.partition === partition) && (offset === undefined || each.offset === offset),
  );
  return { ...page, items };
}

export function showPicked({ items, next }: Page, { say }: Io): void {
  say(parkedTable(items));
  if (next !== undefined) say(`and perhaps more: only the first ${SHOWN} parked messages were looked at`);
}
