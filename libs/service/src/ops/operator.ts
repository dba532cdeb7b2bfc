import { createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problems/refusal.ts';
import { textFault } from '../validation/text.ts';

const NAME = 'Ops-User';

const operator = createParamDecorator((_: unknown, context) => {
  const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
  const name = headers['ops-user'];
  if (name === undefined) return 'unknown';
  const fault = textFault(name, { max: 100 });
  if (fault) throw new Refusal('invalid-header', `${NAME}: ${fault}`);
  return name;
});

/** Who does it, for the audit: what `Ops-User` says, or `unknown`. */
export const Operator = (): ParameterDecorator => (target, method, index) => {
  operator()(target, method, index);
  const describe = ApiHeader({ name: NAME, required: false, description: 'Who does it, for the audit' });
  describe(target, method!, Object.getOwnPropertyDescriptor(target, method!)!);
};
