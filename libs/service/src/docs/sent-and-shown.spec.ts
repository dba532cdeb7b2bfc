import { describe, expect, it } from '@jest/globals';
import type { Document, Schema } from './document.ts';
import { separateSentFromShown } from './sent-and-shown.ts';

const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const line: Schema = {
  type: 'object',
  required: ['productId'],
  properties: { productId: { type: 'string' }, price: { type: 'integer', readOnly: true } },
};
const lines: Schema = { type: 'array', items: { $ref: '#/components/schemas/Line' } };
const place: Schema = { type: 'object', required: ['street'], properties: { street: { type: 'string' } } };

function separated(): Document['components']['schemas'] & { body?: Schema } {
  const schemas: Record<string, Schema> = {
    Line: line,
    Place: place,
    NewOrder: { type: 'object', properties: { lines, to: { $ref: '#/components/schemas/Place' } } },
    Order: { type: 'object', properties: { lines, to: { $ref: '#/components/schemas/Place' } } },
  };
  const post = {
    requestBody: { content: json('NewOrder') },
    responses: { 201: { description: '', content: json('Order') } },
  };
  const document = { openapi: '', info: { title: '', version: '' }, paths: { '/': { post } }, components: { schemas } };
  separateSentFromShown(document);
  return document.components.schemas;
}

describe('what is sent and what is shown', () => {
  const schemas = separated();

  it('are two schemas where there are fields that are only shown', () =>
    expect(Object.keys(schemas).sort()).toEqual(['Line', 'LineInput', 'NewOrder', 'Order', 'Place']));

  it('shows such a field always', () =>
    expect(schemas.Line).toMatchObject({
      required: ['productId', 'price'],
      properties: { price: { type: 'integer' } },
    }));

  it('takes any value for it, and no other fields', () => {
    expect(schemas.LineInput).toMatchObject({ required: ['productId'], additionalProperties: false });
    expect(schemas.LineInput!.properties!.price).not.toHaveProperty('type');
  });

  it('leads each to its own', () => {
    expect(schemas.NewOrder!.properties!.lines!.items).toEqual({ $ref: '#/components/schemas/LineInput' });
    expect(schemas.Order!.properties!.lines!.items).toEqual({ $ref: '#/components/schemas/Line' });
  });
});
