import { registerDecorator, type ValidationArguments } from 'class-validator';

/** Says what is wrong with a value as `code: message`; undefined when nothing is. */
export type Fault = (value: unknown) => string | undefined;

/** A class-validator decorator out of one function, so that every refusal carries a code of ours. */
export const rule =
  (name: string, fault: Fault): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) => fault(value) === undefined,
        defaultMessage: (args?: ValidationArguments) => fault(args?.value) ?? '',
      },
    });
