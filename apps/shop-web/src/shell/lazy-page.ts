import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { unreachable } from '../api/problem.ts';
import { loadTexts } from '../i18n/texts.ts';
import { didNotCome, stylesDidNotCome } from './did-not-come.ts';

type Namespace = 'shop' | 'desk' | 'form' | 'hub' | 'trace';

/**
 * A page that is loaded, with its texts, when somebody goes there: `lazyPage(() => import('./x.tsx'), 'desk')`. Throws
 * `unreachable` when it cannot be had; without its style sheet then and ever after, as Vite asks for that once in a document,
 * and half a page is worse than none.
 */
export function lazyPage(load: () => Promise<{ default: ComponentType }>, ...texts: Namespace[]) {
  let failure: unknown;
  return lazyRouteComponent(async () => {
    if (failure !== undefined) throw failure;
    try {
      const [page] = await Promise.all([load(), loadTexts(texts)]);
      return page;
    } catch (error) {
      if (!didNotCome(error)) throw error;
      const away = unreachable(error);
      if (stylesDidNotCome(error)) failure = away;
      throw away;
    }
  });
}
