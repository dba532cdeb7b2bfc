import { Refusal } from '@offset-zero/service/refusal';
import type { Answer } from '../upstreams/json-sink.ts';

type Code = Refusal['code'];

/** What order-service may say of the caller, or of what he asks for: it is said to him. */
const PASSED_ON: readonly Code[] = ['unauthenticated', 'forbidden', 'order-not-found', 'view-behind'];
/** The same from whoever has no code of ours: something on the way to it. */
const BY_STATUS: Record<number, Code | undefined> = {
  401: 'unauthenticated',
  403: 'forbidden',
  504: 'service-timeout',
};

/** What the caller is told when order-service, asked for an order with his token, does not show it. */
export function refusedOrder(answer: Answer): Refusal {
  const said = codeOf(answer);
  const code = PASSED_ON.find((each) => each === said) ?? BY_STATUS[answer.status];
  if (code !== undefined) return new Refusal(code, { headers: passedOn(answer, 'www-authenticate', 'retry-after') });
  const headers = { 'retry-after': '1', ...passedOn(answer, 'retry-after') };
  return new Refusal('service-unavailable', { detail: `order-service answers ${said}`, headers });
}

function passedOn({ headers }: Answer, ...names: string[]): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') passed[name] = value;
  }
  return passed;
}

/** The code of a problem, or what comes nearest to one. */
export const codeOf = ({ status, body }: Answer): string => {
  const code = (body as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : status >= 500 ? 'service-unavailable' : 'internal-error';
};
