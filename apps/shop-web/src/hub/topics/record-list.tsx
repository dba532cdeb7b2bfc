import { IconInbox } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../shell/states/empty.tsx';
import classes from './records.module.css';
import { type LogRecord, placeOf } from './record.ts';
import { RecordRow } from './record-row.tsx';

interface Props {
  records: readonly LogRecord[];
  isFiltered: boolean;
  onKey: (key: string) => void;
}

/** Newest first; one may be open, and stays so while others come. */
export function RecordList({ records, isFiltered, onKey }: Props) {
  const { t } = useTranslation('hub');
  const [open, setOpen] = useState<string>();
  if (records.length === 0) {
    return (
      <Empty icon={IconInbox} title={t('tail.nothing')}>
        {t(isFiltered ? 'tail.nothingWithKey' : 'tail.nothingYet')}
      </Empty>
    );
  }
  return (
    <ol className={classes.records} aria-label={t('tail.records')}>
      {records.map((record) => {
        const place = placeOf(record);
        const toggle = () => setOpen(open === place ? undefined : place);
        return <RecordRow key={place} record={record} isOpen={open === place} onToggle={toggle} onKey={onKey} />;
      })}
    </ol>
  );
}
