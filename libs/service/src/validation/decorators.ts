import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Exclude, Transform, Type } from 'class-transformer';
import { Allow, IsOptional, ValidateNested } from 'class-validator';
import { numberFault, numberFromText, type NumberRule } from './numbers.ts';
import { type Fault, rule } from './rule.ts';
import { CURRENCY, normalise, patternOf, SKU, textFault, type TextRule, UUID } from './text.ts';

interface Common {
  /** May be left out or null. */
  optional?: boolean;
  description?: string;
  example?: unknown;
}

const field = (
  name: string,
  fault: Fault,
  { optional = false, description, example }: Common,
  api: object,
  ...more: PropertyDecorator[]
): PropertyDecorator =>
  applyDecorators(
    ...(optional ? [IsOptional()] : []),
    rule(name, fault),
    ApiProperty({ required: !optional, nullable: optional, description, example, ...api } as ApiPropertyOptions),
    ...more,
  );

/** Text for people: NFC-normalised and trimmed; NUL, lone surrogates and control characters are refused. */
export const Text = (o: TextRule & Common): PropertyDecorator =>
  field(
    'text',
    (value) => textFault(value, o),
    o,
    { type: String, ...lettersOf(o) },
    Transform(({ value }) => normalise(value)),
  );

const lettersOf = (rule: TextRule) => ({
  minLength: rule.min ?? 1,
  maxLength: rule.max,
  pattern: patternOf(rule),
  ...(rule.pattern === UUID && { format: 'uuid' }),
});

/** A UUID as this shop makes them, in small letters. */
export const Id = (o: Common = {}): PropertyDecorator => Text({ max: 36, pattern: UUID, ...o });

/** The id of a product. */
export const Sku = (o: Common = {}): PropertyDecorator => Text({ max: 64, pattern: SKU, ...o });

/** A whole number within bounds; `fromText` for a query parameter. */
export const WholeNumber = (o: NumberRule & Common & { fromText?: boolean; default?: number }): PropertyDecorator =>
  field(
    'wholeNumber',
    (value) => numberFault(value, o),
    o,
    { type: 'integer', format: 'int64', minimum: o.min, maximum: o.max, default: o.default },
    ...(o.fromText ? [Transform(({ value }) => numberFromText(value))] : []),
  );

/** One of a few words. */
export const OneOf = (words: readonly string[], o: Common = {}): PropertyDecorator =>
  field(
    'oneOf',
    (value) => (words.includes(value as string) ? undefined : `not-one-of: must be one of ${words.join(', ')}`),
    o,
    { enum: words },
  );

/** An object of its own rules. */
export const Part = (type: () => new () => object, o: Common = {}): PropertyDecorator =>
  field(
    'part',
    (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? undefined
        : 'not-an-object: must be an object',
    o,
    { type: type() },
    Type(type),
    ValidateNested(),
  );

/** A list of objects of their own rules. */
export const Parts = (type: () => new () => object, o: NumberRule & Common): PropertyDecorator =>
  field(
    'parts',
    (value) => listFault(value, o) ?? (value as unknown[]).map(itemFault).find((fault) => fault !== undefined),
    o,
    { type: [type()], minItems: o.min, maxItems: o.max },
    Type(type),
    ValidateNested({ each: true }),
  );

/** A query parameter that may be repeated or, with `separator`, hold several values. */
export const Texts = (o: { each: TextRule; max: number; separator?: string } & Common): PropertyDecorator =>
  field(
    'texts',
    (value) =>
      listFault(value, { min: 1, max: o.max }) ??
      (value as unknown[]).map((text) => textFault(text, o.each)).find((fault) => fault !== undefined),
    o,
    {
      type: 'array',
      items: { type: 'string', ...lettersOf(o.each) },
      minItems: 1,
      maxItems: o.max,
      explode: o.separator === undefined ? undefined : false,
    },
    Transform(({ value }) =>
      value === undefined
        ? undefined
        : [value]
            .flat()
            .flatMap((text) => (o.separator && typeof text === 'string' ? text.split(o.separator) : [text]))
            .map(normalise),
    ),
  );

/** What GET returns and a client may send back, but does not decide: accepted and ignored. */
export const ReadOnly = (o: Omit<Common, 'optional'> & { type?: unknown; format?: string } = {}): PropertyDecorator =>
  applyDecorators(
    Allow(),
    Exclude({ toClassOnly: true }),
    ApiProperty({ readOnly: true, required: false, type: String, ...o } as ApiPropertyOptions),
  );

/** An amount in the smallest unit of its currency: 12.50 CHF is 1250. */
export class Money {
  @WholeNumber({ min: 0, max: 1_000_000_000_000, example: 1250 })
  amountMinor: number;

  @Text({ min: 3, max: 3, pattern: CURRENCY, example: 'CHF', description: 'ISO 4217' })
  currency: string;
}

function listFault(value: unknown, { min, max }: NumberRule): string | undefined {
  if (!Array.isArray(value)) return 'not-a-list: must be a list';
  if (value.length < min) return `too-few: must have at least ${counted(min)}`;
  return value.length > max ? `too-many: must have at most ${counted(max)}` : undefined;
}

const counted = (items: number): string => (items === 1 ? '1 item' : `${items} items`);

const itemFault = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && !Array.isArray(item)
    ? undefined
    : 'not-an-object: every item must be an object';
