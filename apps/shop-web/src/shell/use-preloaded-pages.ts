import { type AnyRoute, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { may, type Person, type Role } from './session/person.ts';

/** Pages hang under the route of the role that they need. */
const roleOf = ({ id }: AnyRoute): Role => id.split('/')[1] as Role;

/** While nothing else is to be done; Safari does not tell. */
const idle = (): Promise<unknown> =>
  new Promise((resolve) => ('requestIdleCallback' in window ? requestIdleCallback(resolve) : setTimeout(resolve, 500)));

/**
 * Gets the code of all pages that this person may see, one after the other, once his own has come: they open at once then,
 * without a network too. Ends when one does not come: the others would hardly. Nobody who saves data gets more than he asks for.
 */
export function usePreloadedPages(person: Person | undefined): void {
  const { routesById } = useRouter();
  useEffect(() => {
    if (person === undefined) return undefined;
    let isOver = false;
    const preload = async () => {
      const pages = Object.values<AnyRoute>(routesById).filter((route) => may(person, roleOf(route)));
      for (const { options } of pages) {
        await idle();
        if (isOver || !navigator.onLine) return;
        await options.component?.preload?.();
        if (options.component?.preload !== undefined) return; // a page that has come has none: this one did not
      }
    };
    const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
    if (connection?.saveData !== true) void preload();
    return () => void (isOver = true);
  }, [person, routesById]);
}
