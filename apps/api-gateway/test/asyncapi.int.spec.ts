import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { gateway } from './world.ts';

let door: Awaited<ReturnType<typeof gateway>>;

beforeAll(async () => {
  door = await gateway({});
});
afterAll(() => door.stop());

it('shows the topics to anyone, on a page without scripts and without anything from elsewhere', async () => {
  const answer = await fetch(`${door.url}/asyncapi`);
  const page = await answer.text();
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page).toContain('<h2>stock-commands</h2>');
  expect(page).toContain('ReserveStock');
  expect(page).not.toMatch(/<script|<link(?! rel="icon" href="\/favicon)|src=|@import|url\(/);
});

it('gives out the AsyncAPI document', async () => {
  const answer = await fetch(`${door.url}/asyncapi/document.json`);
  expect(await answer.json()).toMatchObject({ asyncapi: '3.0.0', channels: { order: { address: 'order' } } });
  expect((await fetch(`${door.url}/asyncapi/other.json`)).status).toBe(404);
});
