import { Avatar, Menu, Text, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconLogout, IconPackage, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../session/person.ts';
import { useShop } from '../shop.context.ts';
import classes from './account-menu.module.css';

export function AccountMenu({ person: { name, role, customerId } }: { person: Person }) {
  const { t } = useTranslation();
  const { session } = useShop();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.account} aria-label={t('account', { name })}>
          <Avatar name={name} size={36} color="spruce" radius="xl" aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed">
            {role === undefined ? t('role.none') : t(`role.${role}`)}
          </Text>
        </div>
        <Menu.Divider />
        {customerId !== undefined && (
          <Menu.Item leftSection={<IconUser size={16} aria-hidden />} onClick={() => void navigate({ to: '/profile' })}>
            {t('menu.profile')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconPackage size={16} aria-hidden />} onClick={() => void navigate({ to: '/orders' })}>
          {t('menu.orders')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void session.signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
