import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/lazy-page.ts';
import { shopperRoute } from '../shell/routes.tsx';
import { textIn } from '../shell/text-in.ts';

export const shopRoutes = [
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/',
    validateSearch: textIn('q', 'category'),
    component: lazyPage(() => import('./catalogue/catalogue-page.tsx'), 'shop'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/products/$productId',
    component: lazyPage(() => import('./catalogue/product-page.tsx'), 'shop'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/basket',
    component: lazyPage(() => import('./basket/basket-page.tsx'), 'shop'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/checkout',
    component: lazyPage(() => import('./checkout/checkout-page.tsx'), 'shop', 'form'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/orders',
    component: lazyPage(() => import('./orders/orders-page.tsx'), 'shop'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/orders/$orderId',
    component: lazyPage(() => import('./orders/order-page.tsx'), 'shop'),
  }),
  createRoute({
    getParentRoute: () => shopperRoute,
    path: '/profile',
    component: lazyPage(() => import('./profile/profile-page.tsx'), 'shop', 'form'),
  }),
] as const;
