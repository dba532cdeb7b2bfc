import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../links.tsx';
import { Page } from '../page.tsx';
import { usePerson } from '../shop.context.ts';
import { Empty } from '../states/empty.tsx';
import type { Role } from './person.ts';

export function RoleTooSmall({ needed }: { needed: Role }) {
  const { t } = useTranslation();
  const { name, role } = usePerson();
  return (
    <Page title={t('notForYou.title')}>
      <Empty
        icon={IconLock}
        title={t('notForYou.needs', { role: t(`role.${needed}`) })}
        action={<ButtonLink to="/">{t('toCatalogue')}</ButtonLink>}
      >
        {t('notForYou.why', { name, role: role === undefined ? t('role.none') : t(`role.${role}`) })}
      </Empty>
    </Page>
  );
}
