import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadSettings, root } from '@offset-zero/platform/environment';
import { findApps } from '@offset-zero/platform/manifests.process';
import { tokenFor } from '@offset-zero/platform/token.process';
import type { Document } from '@offset-zero/service/docs/document';
import { issuer } from '@offset-zero/testing';
import { anna, call, ended, place, registered, stocked } from './api.ts';
import { exampleOf, type Known, type Operation, operations, operationsIn } from './openapi/operations.ts';
import { forgeries, ofShopper } from './openapi/tokens.ts';
import { api } from './shop.process.ts';

interface Door {
  name: string;
  url: string;
  operations: Operation[];
}

/** The gateway, and every service itself at its own port. */
async function doors(): Promise<Door[]> {
  const { portOf } = loadSettings();
  const services = (await findApps(root)).map(({ manifest }) => manifest).filter(({ name }) => name !== 'api-gateway');
  const own = services.map(async (manifest) => {
    const url = `http://127.0.0.1:${portOf(manifest)}`;
    const answer = await fetch(`${url}/docs-json`);
    const described = answer.ok ? operationsIn((await answer.json()) as Document) : [];
    return { name: manifest.name, url, operations: described.filter(({ role }) => role !== 'anyone') };
  });
  return [{ name: 'the gateway', url: api.replace(/\/api$/, ''), operations }, ...(await Promise.all(own))];
}

const email = `${randomUUID()}@example.org`;
const newProductId = `stranger-${randomUUID()}`;
let everyDoor: Door[];
/** What there is of somebody else, by the names of parameters and fields. */
let theirs: Known;
/** What only somebody may read who may see it. */
let secrets: string[];

interface Tried {
  what: string;
  status: number;
  text: string;
}

async function ask(door: Door, operation: Operation, authorization: string | undefined, known: Known): Promise<Tried> {
  const { method, path, headers, body } = exampleOf(operation, known);
  const stop = new AbortController();
  const answer = await fetch(door.url + path, {
    method,
    headers: {
      ...headers,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: stop.signal,
  });
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream');
  const text = isStream ? '' : await answer.text();
  stop.abort();
  return { what: `${door.name}: ${operation.id} ${method} ${path}`, status: answer.status, text };
}

const tellsNothing = ({ text }: Tried): boolean => secrets.every((secret) => !text.includes(secret));
const said = ({ what, status, text }: Tried) => `${what}: ${status} ${text.slice(0, 200)}`;

/** Asks everything at every door; gives what was answered with anything but 401. */
async function letIn(authorization: string | undefined): Promise<string[]> {
  const found: string[] = [];
  for (const door of everyDoor) {
    const tried = await Promise.all(door.operations.map((each) => ask(door, each, authorization, theirs)));
    found.push(...tried.filter((each) => each.status !== 401 || !tellsNothing(each)).map(said));
  }
  return found;
}

/** What strangers could have changed. */
async function things(): Promise<unknown[]> {
  const { customerId, orderId, bought } = theirs as Record<string, string>;
  const paths = [`/customers/${customerId}`, `/orders/${orderId}`, `/products/${bought}`, `/stock/${bought}`];
  const operated = ['/ops/stock-service/audit', '/ops/stock-service/republish', `/products/${newProductId}`];
  const answers = await Promise.all([...paths, ...operated].map((path) => call('GET', path)));
  return [...answers.map(({ status, body: { traceId: _, ...body } }) => ({ status, body })), await strangersKnown()];
}

async function strangersKnown(): Promise<number> {
  let found = 0;
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: { items: Known[]; next?: string } = (
      await call<{ items: Known[]; next?: string }>('GET', `/customers?limit=200${after && `&after=${after}`}`)
    ).body;
    found += page.items.filter((customer) => customer.email === email).length;
    after = page.next;
  }
  return found;
}

let before: unknown[];

beforeAll(async () => {
  everyDoor = await doors();
  const victim = { ...anna, firstName: `Anna-${randomUUID()}`, email: `victim-${randomUUID()}@example.org` };
  const { customerId } = await registered(victim);
  const bought = await stocked(5);
  const orderId = await place(customerId, [{ productId: bought, quantity: 1 }]);
  await ended(orderId);
  theirs = { customerId, orderId, order: orderId, bought, productId: newProductId, email, 'If-Match': '*' };
  secrets = [victim.firstName, victim.email];
  before = await things();
});

describe('nobody is let in', () => {
  it('is asked at the gateway and at every service', () =>
    expect(everyDoor.filter((door) => door.operations.length > 0).length).toBeGreaterThan(5));

  it('with no token, a forged one or an expired one', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const tokens = forgeries({
      operator: await tokenFor('operator'),
      shopper: await tokenFor('shopper'),
      foreign: await (await issuer()).tokenFor({ role: 'operator' }),
      otherKey: privateKey.export({ format: 'jwk' }),
    });
    for (const [name, authorization] of Object.entries(tokens)) {
      expect({ name, letIn: await letIn(authorization) }).toEqual({ name, letIn: [] });
    }
  });

  it.each([
    ['a shopper', 'clerk'],
    ['a clerk', 'operator'],
  ] as const)('as %s where a %s is wanted', async (who, wanted) => {
    const token = await tokenFor(who === 'a shopper' ? 'shopper' : 'clerk');
    for (const door of everyDoor) {
      const above = door.operations.filter(({ role }) => role === wanted || role === 'operator');
      const tried = await Promise.all(above.map((each) => ask(door, each, `Bearer ${token}`, theirs)));
      expect(tried.filter(({ status }) => status !== 403).map(said)).toEqual([]);
    }
  });

  it.each(['another shopper', 'a shopper who is no customer yet'])('to the things of somebody, as %s', async (who) => {
    const other = who === 'another shopper' ? (await registered()).customerId : randomUUID();
    const token = `Bearer ${ofShopper(await tokenFor('shopper'), other)}`;
    const known = { ...theirs, email: `own-${email}` }; // he may register himself
    for (const door of everyDoor) {
      const allowed = door.operations.filter(({ role }) => role === 'shopper');
      const tried = await Promise.all(allowed.map((each) => ask(door, each, token, known)));
      expect(tried.filter((each) => !tellsNothing(each)).map(said)).toEqual([]);
      const naming = tried.filter(({ what }) => NAMES.some((name) => what.includes(theirs[name] as string)));
      expect(naming.filter(({ status }) => ![403, 404].includes(status)).map(said)).toEqual([]);
      const ordered = tried.filter(({ what }) => what.includes('placeOrder'));
      expect(ordered.filter(({ status }) => status !== 403).map(said)).toEqual([]);
    }
  });

  it('and nothing has changed', async () => expect(await things()).toEqual(before));
});

const NAMES = ['customerId', 'orderId'];
