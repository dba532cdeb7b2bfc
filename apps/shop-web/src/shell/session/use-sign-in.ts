import { useMutation } from '@tanstack/react-query';
import { useShop } from '../shop.context.ts';

/** `signIn` leaves for the identity provider, and comes back to `returnTo`; `error` when it cannot be reached. */
export function useSignIn(returnTo: string) {
  const { session } = useShop();
  const { mutate, error, isIdle } = useMutation<void, unknown>({ mutationFn: () => session.signIn(returnTo) });
  return { signIn: mutate, error, isLeaving: !isIdle && error === null };
}
