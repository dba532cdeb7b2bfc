import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { type ValidationError, validate } from 'class-validator';
import { type InvalidPart, Refusal } from '../problems/refusal.ts';

const OPTIONS = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };

/** Bodies and queries become the class the handler asks for, or `validation-failed` with everything that is wrong. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || metatype === undefined || metatype === Object) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalid([{ pointer: '', code: 'not-an-object', message: 'must be an object' }]);
    }
    const strange = strangeFields(value);
    if (strange.length > 0) throw invalid(strange);
    const instance = plainToInstance(metatype as new () => object, value, { exposeDefaultValues: true });
    const errors = await validate(instance, OPTIONS);
    if (errors.length > 0) throw invalid(errors.flatMap((error) => partsOf(error, type === 'query')));
    return instance;
  }
}

const invalid = (errors: InvalidPart[]): Refusal => new Refusal('validation-failed', { errors });

/** Names every object has of itself: class-transformer would drop them without a word. */
function strangeFields(value: unknown, pointer = ''): InvalidPart[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name in Object.prototype
      ? [{ pointer: `${pointer}/${name}`, code: 'unknown-field', message: 'is not a field of this body' }]
      : strangeFields(part, `${pointer}/${name}`),
  );
}

/** One entry per broken rule; class-validator's own rules get their name as code. */
function partsOf(error: ValidationError, inQuery: boolean, parent = ''): InvalidPart[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const where = inQuery ? { parameter: error.property } : { pointer };
  const own = Object.entries(error.constraints ?? {})
    .filter(([name]) => name !== 'nestedValidation')
    .map(([name, text]) => ({ ...where, ...split(name, text, inQuery) }));
  return [...own, ...(error.children ?? []).flatMap((child) => partsOf(child, inQuery, pointer))];
}

function split(name: string, text: string, inQuery: boolean): { code: string; message: string } {
  if (name === 'whitelistValidation') {
    return inQuery
      ? { code: 'unknown-parameter', message: 'is not a parameter of this address' }
      : { code: 'unknown-field', message: 'is not a field of this body' };
  }
  const [, code, message] = /^([a-z-]+): (.*)$/s.exec(text) ?? [];
  return { code: code ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), message: message ?? text };
}
