import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../page.tsx';
import { useShop, useVisitor } from '../shop.context.ts';
import { PageLoading } from '../states/page-loading.tsx';
import { ProblemAlert } from '../states/problem-alert.tsx';
import { usePreloadedPages } from '../use-preloaded-pages.ts';
import { Landing } from '../landing.tsx';
import { may, type Role } from './person.ts';
import { RoleTooSmall } from './role-too-small.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Lets through whoever is signed in with at least this role, and tells the others. */
export function Gate({ role }: { role: Role }) {
  const person = useVisitor();
  usePreloadedPages(person);
  const isHome = useLocation({ select: ({ pathname }) => pathname === '/' });
  if (person === undefined) return isHome ? <Home /> : <ToSignIn />;
  return may(person, role) ? <Outlet /> : <RoleTooSmall needed={role} />;
}

/** Whoever has signed in in another tab is so here too, without being asked; the others see what this shop is. */
function Home() {
  const { session } = useShop();
  const here = useLocation({ select: ({ href }) => href });
  const { signIn, error } = useSignIn(here, 'none');
  const isAsked = session.isKnown() && error === null;
  useEffect(() => {
    if (isAsked) signIn();
  }, [isAsked, signIn]);
  return isAsked ? <PageLoading /> : <Landing returnTo={here} />;
}

/** Whoever follows a link into the shop is asked who he is, and then comes to where it leads. */
function ToSignIn() {
  const { t } = useTranslation();
  const here = useLocation({ select: ({ href }) => href });
  const { signIn, error } = useSignIn(here);
  useEffect(() => signIn(), [signIn, here]);
  if (error === null) return <PageLoading />;
  return (
    <Page title={t('signInFailed')}>
      <ProblemAlert error={error} onRetry={() => signIn()} />
    </Page>
  );
}
