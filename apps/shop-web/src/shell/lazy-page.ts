import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { unreachable } from '../api/problem.ts';
import { loadTexts } from '../i18n/texts.ts';

type Namespace = 'shop' | 'desk' | 'form' | 'hub' | 'trace';

/**
 * A page that is loaded, with its texts, when somebody goes there: `lazyPage(() => import('./x.tsx'), 'desk')`. Throws
 * `unreachable` when it cannot be had, then and ever after: what did not come once (a style sheet, a module) is not asked for
 * again before the document is a new one, and half a page is worse than none.
 */
export function lazyPage(load: () => Promise<{ default: ComponentType }>, ...texts: Namespace[]) {
  let failure: unknown;
  return lazyRouteComponent(async () => {
    if (failure !== undefined) throw failure;
    try {
      const [page] = await Promise.all([load(), loadTexts(texts)]);
      return page;
    } catch (error) {
      failure = unreachable(error);
      throw failure;
    }
  });
}
