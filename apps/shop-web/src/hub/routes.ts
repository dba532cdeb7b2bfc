import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { operatorRoute } from '../shell/routes.tsx';

export const hubRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub',
    component: lazyPage(() => import('./map-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/topics',
    component: lazyPage(() => import('./topics-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/topics/$topic',
    component: lazyPage(() => import('./topic-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/schemas',
    component: lazyPage(() => import('./schemas-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/lag',
    component: lazyPage(() => import('./lag-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/views',
    component: lazyPage(() => import('./views-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/parked',
    component: lazyPage(() => import('./parked-page.tsx'), 'hub'),
  }),
] as const;
