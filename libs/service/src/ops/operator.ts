import { createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.ts';
import { textFault } from '../validation/text.ts';

const NAME = 'Ops-User';

const operator = createParamDecorator((_: unknown, context) => {
  const { headers, scope } = context.switchToHttp().getRequest<FastifyRequest>();
  const { subject } = scope!.principal!;
  const name = headers['ops-user'];
  if (name === undefined) return subject;
  const fault = textFault(name, { max: 100 });
  if (fault) throw new Refusal('invalid-header', `${NAME}: ${fault}`);
  return `${subject} (${name as string})`;
});

/** Who does it, for the audit: the subject of the token, and in brackets whom it says it acts for (`Ops-User`). */
export const Operator = (): ParameterDecorator => (target, method, index) => {
  operator()(target, method, index);
  const describe = ApiHeader({
    name: NAME,
    required: false,
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    description: 'For whom it is done, for the audit',
  });
  describe(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
};
