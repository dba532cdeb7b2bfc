import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { textIn } from '../shell/text-in.ts';
import { clerkRoute } from '../shell/routes.tsx';

export const deskRoutes = [
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/customers',
    validateSearch: textIn('q'),
    component: lazyPage(() => import('./customers/customers-page.tsx'), 'desk', 'form'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/customers/$id',
    component: lazyPage(() => import('./customers/customer-page.tsx'), 'desk', 'form'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/products',
    validateSearch: textIn('q'),
    component: lazyPage(() => import('./products/products-page.tsx'), 'desk', 'form'),
  }),
  createRoute({
    getParentRoute: () => clerkRoute,
    path: '/desk/stock',
    validateSearch: textIn('q'),
    component: lazyPage(() => import('./stock/stock-page.tsx'), 'desk'),
  }),
] as const;
