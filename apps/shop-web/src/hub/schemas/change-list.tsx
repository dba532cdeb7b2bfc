import { Code, List, Text } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Avro, type Field, type FieldChange, fieldChanges } from './avro.ts';
import classes from './diff.module.css';

const ICONS = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;

/** What happened to the fields, in words. */
export function ChangeList({ before, after }: { before: Avro; after: Avro }) {
  const { t } = useTranslation('hub');
  const changes = fieldChanges(before, after);
  if (changes.length === 0) return <Text>{t('schemas.sameFields')}</Text>;
  return (
    <List spacing={4} listStyleType="none" aria-label={t('schemas.changes')}>
      {changes.map((change) => (
        <Change key={change.path} change={change} />
      ))}
    </List>
  );
}

function Change({ change: { kind, path, before, after } }: { change: FieldChange }) {
  const { t } = useTranslation('hub');
  const Icon = ICONS[kind];
  const text = (field: Field | undefined) =>
    field &&
    (field.default === undefined ? field.type : t('schemas.typeDefault', { type: field.type, value: field.default }));
  return (
    <List.Item icon={<Icon size={16} className={classes[kind]} aria-hidden />}>
      {t(`schemas.${kind}`)} <Code>{path}</Code>{' '}
      <Text span c="dimmed">
        {[text(before), text(after)].filter(Boolean).join(' → ')}
      </Text>
    </List.Item>
  );
}
