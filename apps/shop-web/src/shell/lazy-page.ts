import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadTexts } from '../i18n/texts.ts';

type Namespace = 'shop' | 'desk' | 'form' | 'hub' | 'trace';

/** A page that is loaded, with its texts, when somebody goes there: `lazyPage(() => import('./x.tsx'), 'desk')`. */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>, ...texts: Namespace[]) =>
  lazyRouteComponent(async () => {
    const [page] = await Promise.all([load(), loadTexts(texts)]);
    return page;
  });
