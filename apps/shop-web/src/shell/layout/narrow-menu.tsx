import { Text } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { IconMenu2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PlainLink } from '../links.tsx';
import { type AreaOfMenu, pageAt } from '../menu.ts';
import classes from './narrow-menu.module.css';
import { Panel } from './panel.tsx';
import items from './panel-items.module.css';
import { Preferences } from './preferences.tsx';

/** Everything that the header has no room for on a narrow screen. */
export function NarrowMenu({ areas }: { areas: readonly AreaOfMenu[] }) {
  const { t } = useTranslation();
  const current = useLocation({ select: ({ pathname }) => pageAt(pathname) });
  return (
    <div className={classes.narrow}>
      <Panel label={t('menu.open')} button={<IconMenu2 aria-hidden />} buttonClass={classes.button}>
        {(close) => (
          <>
            {areas.map(({ name, pages }) => (
              <nav key={name} aria-label={t(`menu.${name}`)} className={items.group}>
                <Text size="xs" c="dimmed" fw={600} className={classes.area}>
                  {t(`menu.${name}`)}
                </Text>
                {pages.map(({ to, text }) => (
                  <PlainLink
                    key={to}
                    to={to}
                    className={items.item}
                    aria-current={to === current ? 'page' : undefined}
                    onClick={close}
                  >
                    {t(text)}
                  </PlainLink>
                ))}
              </nav>
            ))}
            <div className={items.group}>
              <Preferences />
            </div>
          </>
        )}
      </Panel>
    </div>
  );
}
