import { Text } from '@mantine/core';
import {
  IconBan,
  IconBox,
  IconCheck,
  IconHourglass,
  IconMessageQuestion,
  IconPackageOff,
  IconShoppingBag,
  IconX,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { Station, Timeline } from './timeline.ts';
import { useReasonText } from './use-reason-text.ts';
import classes from './timeline-view.module.css';

const icons: Record<Station, typeof IconBox> = {
  placed: IconShoppingBag,
  asked: IconMessageQuestion,
  reserved: IconBox,
  refused: IconPackageOff,
  confirmed: IconCheck,
  rejected: IconX,
  cancelled: IconBan,
  released: IconBox,
};

/** Whoever waits longer than this is told that nothing is lost. */
const LONG_MS = 4_000;

interface Props {
  timeline: Timeline;
  /** They know the names of the products. */
  lines: Order['lines'];
}

/** Fills by itself; what is new is read out. */
export function TimelineView({ timeline: { moments, pending }, lines }: Props) {
  const { t } = useTranslation('shop');
  const { exactTime, dateTime } = useFormats();
  const reasonText = useReasonText(lines);
  return (
    <ol className={classes.timeline} aria-live="polite" aria-relevant="additions text">
      {moments.map(({ station, at, reason, productId }) => {
        const Icon = icons[station];
        return (
          <li key={station} className={classes.moment} data-station={station}>
            <span className={classes.icon}>
              <Icon size={18} stroke={2} aria-hidden />
            </span>
            <div>
              <Text fw={600}>{t(`station.${station}`)}</Text>
              {reason !== undefined && <Text size="sm">{reasonText(reason, productId)}</Text>}
              {at !== undefined && (
                <Text size="sm" c="dimmed" className="numbers" component="time" dateTime={at} title={dateTime(at)}>
                  {exactTime(at)}
                </Text>
              )}
            </div>
          </li>
        );
      })}
      {pending && <Waiting />}
    </ol>
  );
}

function Waiting() {
  const { t } = useTranslation('shop');
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <li className={classes.moment} data-station="pending">
      <span className={classes.icon}>
        <IconHourglass size={18} stroke={2} aria-hidden />
      </span>
      <div>
        <Text fw={600}>{t('station.pending')}</Text>
        {isLong && (
          <Text size="sm" c="dimmed">
            {t('order.takesLong')}
          </Text>
        )}
      </div>
    </li>
  );
}
