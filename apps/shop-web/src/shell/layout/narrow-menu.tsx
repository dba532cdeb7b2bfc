import { Burger, Drawer, NavLink, Stack, Text } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaOfMenu, pageAt } from '../menu.ts';
import { Preferences } from './preferences.tsx';

/** Everything that the header has no room for on a narrow screen. */
export function NarrowMenu({ areas }: { areas: readonly AreaOfMenu[] }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const current = useLocation({ select: ({ pathname }) => pageAt(pathname) });
  const navigate = useNavigate();
  return (
    <>
      <Burger hiddenFrom="sm" size="sm" opened={isOpen} onClick={() => setOpen(true)} aria-label={t('menu.open')} />
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size="17rem"
        title={t('menu.label')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack gap="xl">
          {areas.map(({ name, pages }) => (
            <nav key={name} aria-label={t(`menu.${name}`)}>
              <Text size="sm" c="dimmed" fw={600} mb={4} px="sm">
                {t(`menu.${name}`)}
              </Text>
              {pages.map(({ to, text }) => (
                <NavLink
                  key={to}
                  href={to}
                  label={t(text)}
                  active={to === current}
                  aria-current={to === current ? 'page' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    setOpen(false);
                    void navigate({ to });
                  }}
                />
              ))}
            </nav>
          ))}
          <Preferences />
        </Stack>
      </Drawer>
    </>
  );
}
