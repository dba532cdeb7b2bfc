import { ActionIcon, Collapse, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBolt, IconChevronDown, IconMail, IconStack2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useDuration } from './use-duration.ts';
import { Gist } from './gist.tsx';
import { type Row, spaceFor } from './lanes.ts';
import { Lanes } from './lanes-view.tsx';
import { Readings } from './readings.tsx';
import { StepDetail } from './step-detail.tsx';
import css from './time-line.module.css';

const ICONS = { 'whole-value': IconStack2, events: IconBolt, commands: IconMail } as const;

export function TimeLineRow({ row, lanes }: { row: Row; lanes: readonly string[] }) {
  const { t } = useTranslation('trace');
  const { exactTime } = useFormats();
  const duration = useDuration();
  const [open, { toggle }] = useDisclosure(false);
  const { step, since, together } = row;
  const Icon = ICONS[step.kind];
  return (
    <li className={css.row} data-together={together || undefined} style={{ '--space': `${spaceFor(row.pause)}px` }}>
      <Lanes row={row} count={lanes.length} />
      <div className={css.step}>
        <div className={css.line}>
          <Icon size={18} className={css.icon} data-lane={row.lane % 6} aria-label={t(`kind.${step.kind}`)} />
          <Text fw={620}>{step.type}</Text>
          <Gist step={step} />
          <Text size="sm" className={css.time} title={exactTime(step.at)}>
            {since === 0 ? exactTime(step.at) : `+${duration(since)}`}
          </Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={toggle}
            aria-expanded={open}
            aria-label={t(open ? 'hideDetail' : 'showDetail', { type: step.type })}
          >
            <IconChevronDown size={18} className={css.chevron} data-open={open || undefined} aria-hidden />
          </ActionIcon>
        </div>
        <div className={css.rest}>
          <Text size="sm" c="dimmed">
            {t('wrote', { service: step.service, topic: step.topic })}
          </Text>
          <Readings row={row} />
        </div>
        <Collapse expanded={open}>{open && <StepDetail step={step} />}</Collapse>
      </div>
    </li>
  );
}
