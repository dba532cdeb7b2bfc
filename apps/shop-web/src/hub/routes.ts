import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { textIn } from '../shell/text-in.ts';
import { operatorRoute } from '../shell/routes.tsx';

export const hubRoutes = [
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub',
    component: lazyPage(() => import('./map/map-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/topics',
    component: lazyPage(() => import('./topics/topics-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/topics/$topic',
    validateSearch: textIn('key'),
    component: lazyPage(() => import('./topics/topic-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/schemas',
    validateSearch: textIn('subject'),
    component: lazyPage(() => import('./schemas/schemas-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/lag',
    component: lazyPage(() => import('./lag/lag-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/views',
    component: lazyPage(() => import('./views/views-page.tsx'), 'hub'),
  }),
  createRoute({
    getParentRoute: () => operatorRoute,
    path: '/hub/parked',
    component: lazyPage(() => import('./parked/parked-page.tsx'), 'hub'),
  }),
] as const;
