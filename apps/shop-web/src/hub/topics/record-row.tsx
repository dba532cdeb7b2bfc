import { Badge, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './records.module.css';
import { gistOf, type LogRecord } from './record.ts';
import { RecordDetail } from './record-detail.tsx';

interface Props {
  record: LogRecord;
  isOpen: boolean;
  onToggle: () => void;
  onKey: (key: string) => void;
}

export const RecordRow = memo(
  function RecordRow({ record, isOpen, onToggle, onKey }: Props) {
    const formats = useFormats();
    return (
      <li className={classes.record}>
        <UnstyledButton className={classes.head} onClick={onToggle} aria-expanded={isOpen}>
          <IconChevronRight size={16} className={classes.chevron} data-open={isOpen || undefined} aria-hidden />
          <Time at={record.time} />
          <Kind record={record} />
          <span className={classes.key}>{record.key}</span>
          <span className={classes.gist}>{gistOf(record, formats)}</span>
        </UnstyledButton>
        {isOpen && <RecordDetail record={record} onKey={onKey} />}
      </li>
    );
  },
  (a, b) => a.record === b.record && a.isOpen === b.isOpen,
);

function Time({ at }: { at: string | null }) {
  const { exactTime, dateTime } = useFormats();
  if (at === null) return <span />;
  return (
    <time className={classes.time} dateTime={at} title={dateTime(at)}>
      {exactTime(at)}
    </time>
  );
}

function Kind({ record: { type, value, undecodable } }: { record: LogRecord }) {
  const { t } = useTranslation('hub');
  if (undecodable) {
    return (
      <Badge color="ember" variant="filled" tt="none">
        {undecodable.code}
      </Badge>
    );
  }
  return (
    <Badge variant={value === null ? 'outline' : 'light'} color={value === null ? 'gray' : undefined} tt="none">
      {value === null ? t('tail.tombstone') : type}
    </Badge>
  );
}
