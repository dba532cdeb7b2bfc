import { useTranslation } from 'react-i18next';
import classes from './travelling-order.module.css';

const stations = [
  { text: 'landing.picture.placed', topic: 'order-events', y: 70 },
  { text: 'landing.picture.asked', topic: 'stock-commands', y: 150 },
  { text: 'landing.picture.reserved', topic: 'stock-events', y: 230 },
  { text: 'landing.picture.confirmed', topic: 'order-events', y: 310 },
] as const;

/** The way of an order through the topics. */
export function TravellingOrder() {
  const { t } = useTranslation();
  return (
    <svg viewBox="0 0 420 380" role="img" aria-label={t('landing.picture.label')} className={classes.picture}>
      <rect x="10" y="10" width="400" height="360" rx="28" className={classes.ground} />
      <path d="M64 70v240" className={classes.way} />
      <circle cx="64" cy="70" r="9" className={classes.order} />
      {stations.map(({ text, topic, y }) => (
        <g key={text}>
          <circle cx="64" cy={y} r="15" className={classes.station} />
          <circle cx="64" cy={y} r="5" className={classes.dot} />
          <text x="104" y={y - 3} className={classes.what}>
            {t(text)}
          </text>
          <text x="104" y={y + 19} className={classes.topic}>
            {topic}
          </text>
        </g>
      ))}
    </svg>
  );
}
