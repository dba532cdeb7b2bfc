import { Button, Group } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../links.tsx';
import { Page } from '../page.tsx';
import { usePerson } from '../shop.context.ts';
import { Empty } from '../states/empty.tsx';
import { ProblemAlert } from '../states/problem-alert.tsx';
import type { Role } from './person.ts';
import { useSignIn } from './use-sign-in.ts';

export function RoleTooSmall({ needed }: { needed: Role }) {
  const { t } = useTranslation();
  const { name, role } = usePerson();
  const here = useLocation({ select: ({ href }) => href });
  const { signIn, isLeaving, error } = useSignIn(here, 'login');
  const ways = (
    <Group justify="center">
      <ButtonLink to="/">{t('toCatalogue')}</ButtonLink>
      <Button variant="default" onClick={() => signIn()} loading={isLeaving}>
        {t('notForYou.another')}
      </Button>
    </Group>
  );
  return (
    <Page title={t('notForYou.title')}>
      <Empty icon={IconLock} title={t('notForYou.needs', { role: t(`role.${needed}`) })} action={ways}>
        {t('notForYou.why', { name, role: role === undefined ? t('role.none') : t(`role.${role}`) })}
      </Empty>
      {error !== null && <ProblemAlert error={error} onRetry={() => signIn()} />}
    </Page>
  );
}
