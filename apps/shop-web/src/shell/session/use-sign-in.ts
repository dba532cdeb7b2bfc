import { useMutation } from '@tanstack/react-query';
import { useShop } from '../shop.context.ts';
import type { Prompt } from './session.process.ts';

/** `signIn` leaves for the identity provider, and comes back to `returnTo`; `error` when it cannot be reached. */
export function useSignIn(returnTo: string, prompt?: Prompt) {
  const { session } = useShop();
  const { mutate, error, isIdle } = useMutation<void, unknown>({ mutationFn: () => session.signIn(returnTo, prompt) });
  return { signIn: mutate, error, isLeaving: !isIdle && error === null };
}
