/**
 * Every problem a service may answer: the one table behind `Refusal`, the OpenAPI documents and docs/problems.md.
 * A code is a promise to clients: it is added, never changed.
 */
const table = {
  // The request itself
  'malformed-request': [400, 'The request is not valid HTTP'],
  'malformed-json': [400, 'The body is not valid JSON'],
  'validation-failed': [400, 'The request breaks a rule stated in the API documentation'],
  'invalid-header': [400, 'A header has a value that cannot be understood'],
  'invalid-cursor': [400, 'The cursor was not given out by this list'],
  'duplicate-product': [400, 'A product appears twice in the order'],
  unauthenticated: [401, 'The caller has not shown who he is'],
  forbidden: [403, 'The caller may not do this'],
  'route-not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'This address does not take this method'],
  'request-timeout': [408, 'The request took too long to arrive'],
  'body-too-large': [413, 'The body is larger than this service reads'],
  'url-too-long': [414, 'The address is longer than this service reads'],
  'unsupported-media-type': [415, 'The body must be application/json'],
  'headers-too-large': [431, 'The headers are larger than this service reads'],

  // What is asked for
  'customer-not-found': [404, 'There is no such customer'],
  'product-not-found': [404, 'There is no such product'],
  'order-not-found': [404, 'There is no such order'],
  'topic-not-found': [404, 'There is no such topic'],
  'subscription-not-found': [404, 'This service has no such subscription'],
  'partition-not-found': [404, 'The topic has no such partition'],
  'message-not-parked': [404, 'No such message is parked'],

  // Against the present state
  'customer-exists': [409, 'This customer exists already'],
  'product-exists': [409, 'A product with this id exists already'],
  'price-changed': [409, 'The total is not the expected one'],
  'order-not-cancellable': [409, 'The order can no longer be cancelled'],
  'not-first-of-key': [409, 'An earlier message of the same key is parked'],
  'messages-parked': [409, 'What would be handled again is still parked'],
  'offset-not-in-log': [409, 'The log does not have this offset'],
  'republish-running': [409, 'This service is comparing its tables with its topics already'],
  'request-in-progress': [409, 'A request with this Idempotency-Key is being handled'],
  'version-conflict': [412, 'The thing was changed since it was read'],
  'if-match-required': [428, 'Replacing needs an If-Match header with the ETag that was read'],

  // Against a rule
  'unknown-customer': [422, 'The customer is not known'],
  'unknown-product': [422, 'A product is not known'],
  'mixed-currencies': [422, 'The products are priced in different currencies'],
  'amount-too-large': [422, 'An amount or quantity would exceed what can be kept'],
  'reset-to-beginning-only': [422, 'A view is read again from the beginning of its log or not at all'],
  'topic-not-owned': [422, 'This service does not hold the truth of this topic'],
  'idempotency-key-reused': [422, 'The Idempotency-Key was used with another body'],

  // Not now
  'too-many-requests': [429, 'The caller asks more often than he may'],
  'internal-error': [500, 'Something went wrong here'],
  'answer-lost': [
    502,
    'The service behind this address broke off before it answered: what was asked may have been done',
  ],
  'service-unavailable': [503, 'The service behind this address cannot be reached: nothing was done'],
  'database-unavailable': [503, 'The database of this service does not answer'],
  'kafka-unavailable': [503, 'Kafka does not answer this service'],
  'registry-unavailable': [503, 'The schema registry does not answer this service'],
  'identity-unavailable': [503, 'The keys that tokens are checked with cannot be had'],
  'service-starting': [503, 'The service is starting'],
  'service-stopping': [503, 'The service is stopping'],
  'live-full': [503, 'This gateway holds as many live streams as it may'],
  'view-not-ready': [503, 'What this service keeps of others is still being read'],
  'service-timeout': [504, 'The service behind this address took too long'],
  'view-behind': [504, 'This service has not yet applied what the Consistency-Token asks for'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof table;

export interface ProblemKind {
  code: ProblemCode;
  status: number;
  title: string;
}

/** Every kind of problem, in the order of the table. */
export const problemKinds: readonly ProblemKind[] = Object.entries(table).map(([code, [status, title]]) => ({
  code: code as ProblemCode,
  status,
  title,
}));

/** Status and title of a code. */
export function problemKind(code: ProblemCode): ProblemKind {
  const [status, title] = table[code];
  return { code, status, title };
}
