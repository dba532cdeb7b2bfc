import { Group, Text } from '@mantine/core';
import { IconCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Reading, Row } from './lanes.ts';
import { useDuration } from './use-duration.ts';
import css from './time-line.module.css';

/** Who has read it and how soon, or who has not yet. */
export function Readings({ row: { readings } }: { row: Row }) {
  if (readings.length === 0) return null;
  return (
    <Group component="ul" gap="xs" className={css.readings}>
      {readings.map((reading) => (
        <Reader key={`${reading.reader.service} ${reading.reader.subscription}`} reading={reading} />
      ))}
    </Group>
  );
}

function Reader({ reading: { reader, lane, after } }: { reading: Reading }) {
  const { t } = useTranslation('trace');
  const duration = useDuration();
  const { service, applied, withinMs = 0 } = reader;
  const Icon = applied ? IconCheck : IconClock;
  const text = !applied
    ? t('notReadYet', { service })
    : after === undefined
      ? t('read', { service })
      : t(withinMs > 0 ? 'readWithin' : 'readAfter', { service, after: duration(after) });
  return (
    <Text component="li" size="xs" className={css.reader} data-lane={lane % 6}>
      <Icon size={13} aria-hidden /> {text}
    </Text>
  );
}
