export default async function teardown(): Promise<void> {
  await globalThis.shop.stop();
  await globalThis.spans.close();
}
