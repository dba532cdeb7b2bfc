import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { shopperRoute } from '../shell/routes.tsx';

export const traceRoutes = [
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/trace',
    component: lazyPage(() => import('./traces-page.tsx'), 'trace'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/trace/$orderId',
    component: lazyPage(() => import('./trace-page.tsx'), 'trace'),
  }),
] as const;
