import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateIf } from 'class-validator';
import { numberFault, type NumberRule } from '../validation/numbers.ts';
import { type Fault, rule } from '../validation/rule.ts';

export const PARTITION = { min: 0, max: 100_000 };
export const OFFSET = { min: 0, max: Number.MAX_SAFE_INTEGER };

const LONGEST = 1_000;

/** May be left out, which means all there are; so null, a value that somebody has not got, is none. */
const narrowing = (name: string, fault: Fault, api: ApiPropertyOptions): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    rule(name, fault),
    ApiProperty({ required: false, ...api } as ApiPropertyOptions),
  );

const number = (name: string, bounds: NumberRule, description?: string): PropertyDecorator =>
  narrowing(name, (value) => numberFault(value, bounds), {
    ...{ type: 'integer', format: 'int64', minimum: bounds.min, maximum: bounds.max },
    description,
  });

export const Partition = (description?: string): PropertyDecorator => number('partition', PARTITION, description);
export const Offset = (description?: string): PropertyDecorator => number('offset', OFFSET, description);

/** A message's key as it is: not normalised like text of people; '' for messages that have none. */
export const Key = (example?: string): PropertyDecorator =>
  narrowing(
    'key',
    (key) =>
      typeof key === 'string' && key.length <= LONGEST && key.isWellFormed() && !key.includes('\0')
        ? undefined
        : `not-a-key: must be text of at most ${LONGEST} characters`,
    { type: String, maxLength: LONGEST, example, description: 'The key as text; empty for messages that have none' },
  );
