import { useTranslation } from 'react-i18next';
import { lanesOf } from './lanes.ts';
import { TimeLineRow } from './time-line-row.tsx';
import type { OrderTrace } from './trace.ts';
import css from './time-line.module.css';

/**
 * An ordered list, with a lane for each service drawn beside it: a dot where something was written, a line to whoever
 * has read it.
 */
export function TimeLine({ trace }: { trace: OrderTrace }) {
  const { t } = useTranslation('trace');
  const { lanes, rows } = lanesOf(trace);
  return (
    <div className={css.timeLine} style={{ '--lanes': lanes.length }}>
      <div className={css.heads} aria-hidden>
        {lanes.map((name, lane) => (
          <span key={name} className={css.head} data-lane={lane % 6}>
            {name}
          </span>
        ))}
      </div>
      <ol className={css.rows} aria-label={t('steps')}>
        {rows.map((row) => (
          <TimeLineRow key={`${row.step.topic}/${row.step.partition}/${row.step.offset}`} row={row} lanes={lanes} />
        ))}
      </ol>
    </div>
  );
}
