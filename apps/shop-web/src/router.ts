import { createRouter } from '@tanstack/react-router';
import { deskRoutes } from './desk/routes.ts';
import { hubRoutes } from './hub/routes.ts';
import { clerkRoute, operatorRoute, rootRoute, shopperRoute, signedInRoute } from './shell/routes.tsx';
import { PageError } from './shell/states/page-error.tsx';
import { PageLoading } from './shell/states/page-loading.tsx';
import { shopRoutes } from './shop/routes.ts';
import { traceRoutes } from './trace/routes.ts';

const routeTree = rootRoute.addChildren([
  signedInRoute,
  shopperRoute.addChildren([...shopRoutes, ...traceRoutes]),
  clerkRoute.addChildren(deskRoutes),
  operatorRoute.addChildren(hubRoutes),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageError,
});

/** Whoever comes to a page by a link reads its title first: screen readers say it, Tab goes on from there. */
router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation !== undefined) document.querySelector<HTMLElement>('main h1')?.focus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
