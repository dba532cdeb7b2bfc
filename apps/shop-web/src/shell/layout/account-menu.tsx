import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconLogout, IconPackage, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { unreachable } from '../../api/problem.ts';
import { PlainLink } from '../links.tsx';
import type { Person } from '../session/person.ts';
import { useShop } from '../shop.context.ts';
import { warn } from '../states/notices.ts';
import { useProblemText } from '../states/problem-text.ts';
import classes from './account-menu.module.css';
import { Panel } from './panel.tsx';
import items from './panel-items.module.css';

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 2)
    .toUpperCase();

export function AccountMenu({ person: { name, role, customerId } }: { person: Person }) {
  const { t } = useTranslation();
  const { session } = useShop();
  const text = useProblemText();
  const { mutate: signOut } = useMutation({
    mutationFn: () => session.signOut(),
    onError: (error) => warn(text(unreachable(error))),
  });
  const face = <span className={classes.face} data-initials={initials(name)} aria-hidden />;
  return (
    <Panel label={t('account', { name })} button={face}>
      {(close) => (
        <>
          <div className={items.head}>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
              {role === undefined ? t('role.none') : t(`role.${role}`)}
            </Text>
          </div>
          <div className={items.group}>
            {customerId !== undefined && (
              <PlainLink to="/profile" className={items.item} onClick={close}>
                <IconUser size={18} stroke={1.7} aria-hidden />
                {t('menu.profile')}
              </PlainLink>
            )}
            <PlainLink to="/orders" className={items.item} onClick={close}>
              <IconPackage size={18} stroke={1.7} aria-hidden />
              {t('menu.orders')}
            </PlainLink>
            <button type="button" className={items.item} onClick={() => signOut()}>
              <IconLogout size={18} stroke={1.7} aria-hidden />
              {t('signOut')}
            </button>
          </div>
        </>
      )}
    </Panel>
  );
}
