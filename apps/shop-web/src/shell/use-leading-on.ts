import { useMatch, useNavigate, useRouter } from '@tanstack/react-router';

/**
 * `navigate`, for what is done later than the click: after a pause, or after an answer. Nobody is called back to a page that
 * he has begun to leave, though it is still shown until the next one has come. Pages are compared, not what was typed:
 * `/Checkout/` is the checkout too.
 */
export function useLeadingOn() {
  const router = useRouter();
  const navigate = useNavigate();
  const here = useMatch({ strict: false, select: ({ id }) => id });
  const leadOn = (to: Parameters<typeof navigate>[0]) =>
    router.matchRoutes(router.latestLocation).at(-1)?.id === here ? navigate(to) : Promise.resolve();
  return leadOn as typeof navigate;
}
