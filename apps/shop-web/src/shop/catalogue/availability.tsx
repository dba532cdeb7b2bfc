import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './availability.module.css';

const FEW = 10;

/** How many can be ordered; keeps its place while nobody has said. */
export function Availability({ available }: { available: number | undefined }) {
  const { t } = useTranslation('shop');
  const { number } = useFormats();
  const [first, setFirst] = useState(available);
  if (first === undefined && available !== undefined) setFirst(available);
  if (available === undefined) return <span className={classes.unknown} aria-hidden />;
  const level = available === 0 ? 'none' : available <= FEW ? 'few' : 'many';
  return (
    <span
      key={available}
      className={classes.availability}
      data-level={level}
      data-changed={available !== first || undefined}
    >
      <span className={classes.dot} aria-hidden />
      <span className="numbers">{t(`availability.${level}`, { count: available, shown: number(available) })}</span>
    </span>
  );
}
