import { Outlet, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useShop, useVisitor } from '../shop.context.ts';
import { PageLoading } from '../states/page-loading.tsx';
import { Landing } from '../landing.tsx';
import { may, type Role } from './person.ts';
import { RoleTooSmall } from './role-too-small.tsx';

/** Lets through whoever is signed in with at least this role, and tells the others. */
export function Gate({ role }: { role: Role }) {
  const person = useVisitor();
  const isHome = useLocation({ select: ({ pathname }) => pathname === '/' });
  if (person === undefined) return isHome ? <Landing /> : <ToSignIn />;
  return may(person, role) ? <Outlet /> : <RoleTooSmall needed={role} />;
}

/** Whoever follows a link into the shop is asked who he is, and then comes to where it leads. */
function ToSignIn() {
  const { session } = useShop();
  const here = useLocation({ select: ({ href }) => href });
  useEffect(() => void session.signIn(here), [session, here]);
  return <PageLoading />;
}
