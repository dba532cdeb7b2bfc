import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bearer } from '@offset-zero/testing';
import { peter, ready, startWorld, type World } from './world.ts';

let world: World;
const ask: World['ask'] = (...request) => world.ask(...request);

beforeAll(async () => {
  world = await startWorld();
  await ready(world);
});
afterAll(() => world.stop());

const customers = async () => (await world.database.sql.query('select 1 from customer')).length;

const json = JSON.stringify(peter);
const named = (firstName: unknown) => ({ ...peter, firstName });
const deep = `${'['.repeat(40_000)}${']'.repeat(40_000)}`;

describe('bad input gets a problem with a stable code and changes nothing', () => {
  it.each<[what: string, body: unknown, status: number, code: string]>([
    ['malformed JSON', '{"firstName": "Peter",', 400, 'malformed-json'],
    ['JSON with a comment', `/* hi */${json}`, 400, 'malformed-json'],
    ['no body', undefined, 400, 'validation-failed'],
    ['an empty body', '', 400, 'validation-failed'],
    ['null', 'null', 400, 'validation-failed'],
    ['a list', '[]', 400, 'validation-failed'],
    ['a number', '5', 400, 'validation-failed'],
    ['deep nesting', deep, 400, 'malformed-json'],
    ['deep nesting in a field', `{"firstName":${deep}}`, 400, 'malformed-json'],
    ['__proto__', `{"__proto__":{"polluted":true},${json.slice(1)}`, 400, 'malformed-json'],
    ['constructor.prototype', `{"constructor":{"prototype":{"x":1}},${json.slice(1)}`, 400, 'malformed-json'],
    ['constructor', `{"constructor":1,${json.slice(1)}`, 400, 'validation-failed'],
    ['an unknown field', { ...peter, nickname: 'Pesche' }, 400, 'validation-failed'],
    ['an unknown field in a part', { ...peter, address: { ...peter.address, floor: 3 } }, 400, 'validation-failed'],
    ['a missing field', { ...peter, lastName: undefined }, 400, 'validation-failed'],
    ['a number for a text', named(5), 400, 'validation-failed'],
    ['an object for a text', named({ $gt: '' }), 400, 'validation-failed'],
    ['a list for a part', { ...peter, address: [] }, 400, 'validation-failed'],
    ['a text for a part', { ...peter, address: 'Bern' }, 400, 'validation-failed'],
    ['an unknown category', { ...peter, category: 'UNKNOWN' }, 400, 'validation-failed'],
    ['NUL', named('Pe\u0000ter'), 400, 'validation-failed'],
    ['a lone surrogate', json.replace('Peter', 'Pe\\ud800ter'), 400, 'validation-failed'],
    ['a control character', named('Pe\u0007ter'), 400, 'validation-failed'],
    ['only white space', named(' \t '), 400, 'validation-failed'],
    ['too long a text', named('x'.repeat(101)), 400, 'validation-failed'],
    ['an oversized body', named('x'.repeat(150_000)), 413, 'body-too-large'],
  ])('%s', async (_what, body, status, code) => {
    const before = await customers();
    const answer = await ask('POST', '/customers', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, status, instance: '/customers' });
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(await customers()).toBe(before);
  });

  it('bytes that are no UTF-8', async () => {
    const body = Buffer.concat([Buffer.from('{"firstName":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const response = await fetch(`${world.service.url}/customers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...(await bearer()) },
      body,
    });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'malformed-json']);
  });

  it.each([
    ['text/plain', 415, 'unsupported-media-type'],
    ['application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
    ['application/xml', 415, 'unsupported-media-type'],
  ])('a body of %s', async (type, status, code) => {
    const answer = await ask('POST', '/customers', json, { 'Content-Type': type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it.each([
    ['GET', '/nowhere', 404, 'route-not-found'],
    ['GET', '/customers/a/b', 404, 'route-not-found'],
    ['PATCH', '/customers', 405, 'method-not-allowed'],
    ['DELETE', '/customers', 405, 'method-not-allowed'],
    ['POST', '/customers/0190b6f0-0000-7000-8000-000000000000', 405, 'method-not-allowed'],
    ['GET', '/customers/%zz', 400, 'malformed-request'],
    ['GET', `/customers/${'x'.repeat(300)}`, 414, 'url-too-long'],
    ['GET', '/customers/0190b6f0-0000-7000-8000-000000000000?verbose=1', 400, 'validation-failed'],
  ])('%s %s', async (method, path, status, code) => {
    const answer = await ask(method, path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    if (status === 405) expect(answer.headers.get('allow')).toBeTruthy();
  });

  it('headers too large', async () => {
    const answer = await ask('GET', '/customers', undefined, { 'X-Much': 'x'.repeat(20_000) });
    expect([answer.status, answer.body.code]).toEqual([431, 'headers-too-large']);
  });

  it.each([
    ['Consistency-Token', 'x'],
    ['If-None-Match', '"\u00ff"'],
    ['traceparent', 'nonsense'],
    ['Prefer', 'wait=forever'],
  ])('the header %s: %s never gives a 500', async (name, value) =>
    expect((await ask('GET', '/customers', undefined, { [name]: value })).status).toBeLessThan(500),
  );

  it('says what is wrong, and where', async () => {
    const { body } = await ask('POST', '/customers', {
      ...named(''),
      address: { ...peter.address, country: 'Switzerland' },
    });
    expect(body.errors).toEqual([
      { pointer: '/firstName', code: 'empty', message: 'must not be empty' },
      { pointer: '/address/country', code: 'too-long', message: 'must have at most 2 characters' },
    ]);
  });

  it.each(["'; drop table customer; --", '" or 1=1', '%27%20or%201=1', '$1', '${7*7}', '{{x}}', '\\'])(
    'but %s is only a name',
    async (lastName) => {
      const { body } = await ask('POST', '/customers', { ...peter, lastName });
      expect((await ask('GET', `/customers/${body.customerId}`)).body.lastName).toBe(lastName);
    },
  );
});
