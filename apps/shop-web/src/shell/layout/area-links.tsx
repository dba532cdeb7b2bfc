import { useTranslation } from 'react-i18next';
import { PlainLink } from '../links.tsx';
import type { AreaOfMenu } from '../menu.ts';
import classes from './area-links.module.css';

/** Between the areas, for those who may see more than one. */
export function AreaLinks({ areas, current }: { areas: readonly AreaOfMenu[]; current: string }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.areas}>
      {areas.map(({ name, pages }) => (
        <li key={name}>
          <PlainLink to={pages[0].to} className={classes.area} data-current={name === current || undefined}>
            {t(`menu.${name}`)}
          </PlainLink>
        </li>
      ))}
    </ul>
  );
}
