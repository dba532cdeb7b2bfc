import { Text, WholeNumber } from '../validation/decorators.ts';

/** `?after=&limit=` of every list. Extend it for lists that can be filtered. */
export class PageQuery {
  @WholeNumber({ min: 1, max: 200, default: 50, optional: true, fromText: true })
  limit: number = 50;

  @Text({ max: 500, optional: true, description: 'The `next` of the page before' })
  after?: string;
}
