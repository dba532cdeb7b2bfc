import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { clerkRoute } from '../shell/routes.tsx';

export const deskRoutes = [
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/customers',
    component: lazyPage(() => import('./customers-page.tsx'), 'desk'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/customers/$id',
    component: lazyPage(() => import('./customer-page.tsx'), 'desk'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/products',
    component: lazyPage(() => import('./products-page.tsx'), 'desk'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/stock',
    component: lazyPage(() => import('./stock-page.tsx'), 'desk'),
  }),
] as const;
