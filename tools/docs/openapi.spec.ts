import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Document, operationsOf } from '@offset-zero/service/docs/document';
import { OPENAPI, openApiOfShop } from './openapi.ts';

let text: string;
let document: Document;

beforeAll(async () => {
  text = await openApiOfShop();
  document = JSON.parse(text) as Document;
});

describe('docs/openapi.json', () => {
  it('is what the sources say (if not: npm run docs)', () => expect(readFileSync(OPENAPI, 'utf8')).toBe(text));

  it('names every operation, once', () => {
    const ids = operationsOf(document).map(
      ({ path, method, operation }) => operation.operationId ?? `${method} ${path}`,
    );
    expect(ids.filter((id) => !/^[a-z][A-Za-z]+$/.test(id))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('says of every operation what it does, and to what it belongs', () => {
    const silent = operationsOf(document).filter(({ operation }) => !operation.summary || operation.tags?.length !== 1);
    expect(silent.map(({ operation }) => operation.operationId)).toEqual([]);
  });

  it('says who may', () => {
    const roles = operationsOf(document).map(({ operation }) => operation['x-role']);
    expect(roles.filter((role) => !['anyone', 'shopper', 'clerk', 'operator'].includes(role as string))).toEqual([]);
  });

  it('has schemas whose names clients can be generated of', () =>
    expect(Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]));
});
