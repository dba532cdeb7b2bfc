import { currentContext } from '../context/request-context.ts';

/** Sets the Location of what the running request made, e.g. `/customers/<id>`; a gateway puts its prefix before it. */
export function setLocation(path: string): void {
  currentContext()?.http?.reply.header('Location', path);
}
