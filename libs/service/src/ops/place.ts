import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { rule } from '../validation/rule.ts';

export const PARTITION = { min: 0, max: 100_000 };
export const OFFSET = { min: 0, max: Number.MAX_SAFE_INTEGER };

const LONGEST = 1_000;

/** A message's key as it is: not normalised like text of people; '' for messages that have none. */
export const Key = (): PropertyDecorator => (target, property) => {
  const fault = (key: unknown) =>
    typeof key === 'string' && key.length <= LONGEST && key.isWellFormed() && !key.includes('\0')
      ? undefined
      : `not-a-key: must be text of at most ${LONGEST} characters`;
  const description = 'The key as text; empty for messages that have none';
  for (const decorate of [
    IsOptional(),
    rule('key', fault),
    ApiProperty({ required: false, type: String, description }),
  ])
    decorate(target, property);
};
