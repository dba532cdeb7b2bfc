import { type Shop, startShop } from './shop.process.ts';

declare global {
  var shop: Shop;
}

/** One shop for all stories; its address reaches child processes through the environment. */
export default async function setup(): Promise<void> {
  globalThis.shop = await startShop();
  Object.assign(process.env, globalThis.shop.env);
}
