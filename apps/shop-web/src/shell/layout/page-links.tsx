import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainLink } from '../links.tsx';
import { type AreaOfMenu, pageAt } from '../menu.ts';
import classes from './page-links.module.css';

/** The pages of an area. */
export function PageLinks({ area }: { area: AreaOfMenu }) {
  const { t } = useTranslation();
  const current = useLocation({ select: ({ pathname }) => pageAt(pathname) });
  return (
    <ul className={classes.pages}>
      {area.pages.map(({ to, text }) => (
        <li key={to}>
          <PlainLink
            to={to}
            activeOptions={{ exact: true }}
            className={classes.page}
            aria-current={to === current ? 'page' : undefined}
          >
            {t(text)}
          </PlainLink>
        </li>
      ))}
    </ul>
  );
}
