import { createRootRoute, createRoute } from '@tanstack/react-router';
import { Gate } from './session/gate.tsx';
import { SignedIn } from './session/signed-in.tsx';
import { Shell } from './layout/shell.tsx';
import { NotFound } from './states/not-found.tsx';

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-in',
  component: SignedIn,
});

/** Pages hang under the route of the smallest role that may see them. */
export const shopperRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shopper',
  component: () => <Gate role="shopper" />,
});

export const clerkRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'clerk',
  component: () => <Gate role="clerk" />,
});

export const operatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'operator',
  component: () => <Gate role="operator" />,
});
