import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictChoice } from './conflict-choice.tsx';
import { differences, type Fields, merged, type Side, sidesOf } from './merge.ts';

/** What somebody else has saved in the meantime, beside what was to be saved. */
export interface Conflict {
  base: Fields;
  mine: Fields;
  theirs: Fields;
}

interface Props {
  conflict: Conflict | undefined;
  label: (field: string) => string;
  isBusy: boolean;
  onSave: (fields: Fields) => void;
  /** Back to the form, with what was typed. */
  onClose: () => void;
  /** Leaves it as the other one saved it. */
  onTakeTheirs: () => void;
}

export function ConflictDialog({ conflict, onClose, ...rest }: Props) {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={onClose}
      title={t('conflict.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': shell('close') }}
    >
      {conflict && <Choices key={JSON.stringify(conflict.theirs)} conflict={conflict} {...rest} />}
    </Modal>
  );
}

function Choices({
  conflict,
  label,
  isBusy,
  onSave,
  onTakeTheirs,
}: Omit<Props, 'onClose' | 'conflict'> & { conflict: Conflict }) {
  const { t } = useTranslation('desk');
  const { base, mine, theirs } = conflict;
  const found = differences(base, mine, theirs);
  const [chosen, choose] = useState<Partial<Record<string, Side>>>({});
  const sides = sidesOf(found, chosen);
  const open = found.filter(({ field }) => sides[field] === undefined);
  if (found.length === 0) return <SameAlready onClose={onTakeTheirs} />;
  return (
    <Stack>
      <Text>{t('conflict.lead')}</Text>
      {found.map((difference) => (
        <ConflictChoice
          key={difference.field}
          difference={difference}
          name={label(difference.field)}
          side={sides[difference.field]}
          onChoose={(side) => choose({ ...chosen, [difference.field]: side })}
        />
      ))}
      <Text size="sm" c="dimmed" role="status">
        {open.length > 0 && t('conflict.open', { count: open.length })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button disabled={open.length > 0} loading={isBusy} onClick={() => onSave(merged(mine, theirs, sides))}>
          {t('conflict.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function SameAlready({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Stack>
      <Alert color="spruce">{t('conflict.same')}</Alert>
      <Button onClick={onClose} w="fit-content">
        {t('conflict.takeTheirs')}
      </Button>
    </Stack>
  );
}
