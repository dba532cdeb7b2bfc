import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BasketLink } from '../../shop/basket/basket-link.tsx';
import { PlainLink } from '../links.tsx';
import { areaAt, areasFor } from '../menu.ts';
import { useVisitor } from '../shop.context.ts';
import { AccountMenu } from './account-menu.tsx';
import { AreaLinks } from './area-links.tsx';
import { Logo } from './logo.tsx';
import { NarrowMenu } from './narrow-menu.tsx';
import { PageLinks } from './page-links.tsx';
import { Preferences } from './preferences.tsx';
import classes from './header.module.css';

export function Header() {
  const { t } = useTranslation();
  const person = useVisitor();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const area = areaAt(path);
  const seen = person === undefined ? [] : areasFor(person);
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <PlainLink to="/" className={classes.home} aria-label={t('home')}>
          <Logo />
        </PlainLink>
        <nav aria-label={t('menu.label')} className={classes.wide}>
          {seen.length > 1 ? <AreaLinks areas={seen} current={area.name} /> : seen[0] && <PageLinks area={seen[0]} />}
        </nav>
        <div className={classes.tools}>
          <div className={classes.wide}>
            <Preferences />
          </div>
          {person?.customerId !== undefined && <BasketLink />}
          {person && <AccountMenu person={person} />}
          <NarrowMenu areas={seen} />
        </div>
      </div>
      {seen.length > 1 && seen.includes(area) && (
        <nav aria-label={t(`menu.${area.name}`)} className={classes.pages}>
          <PageLinks area={area} />
        </nav>
      )}
    </header>
  );
}
