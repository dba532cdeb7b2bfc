import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictChoice } from './conflict-choice.tsx';
import { differences, merged, type Side, sidesOf } from './merge.ts';
import { useLabels } from './use-labels.ts';
import type { Conflict, Saving } from './use-saving.ts';

type Props = Pick<Saving, 'conflict' | 'isBusy' | 'resolve' | 'takeTheirs' | 'postpone'>;

/** Somebody else saved first: nothing of either is lost, and whoever came second says what is kept. */
export function ConflictDialog({ conflict, postpone, ...rest }: Props) {
  const { t } = useTranslation('form');
  const { t: shell } = useTranslation();
  return (
    <Modal
      opened={conflict !== undefined}
      onClose={postpone}
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
  isBusy,
  resolve,
  takeTheirs,
}: Omit<Props, 'conflict' | 'postpone'> & { conflict: Conflict }) {
  const { t } = useTranslation('form');
  const label = useLabels();
  const { base, mine, theirs } = conflict;
  const found = differences(base, mine, theirs);
  const [chosen, choose] = useState<Partial<Record<string, Side>>>({});
  const sides = sidesOf(found, chosen);
  const open = found.filter(({ field }) => sides[field] === undefined);
  if (found.length === 0) return <SameAlready onClose={takeTheirs} />;
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
        <Button variant="default" onClick={takeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>
        <Button disabled={open.length > 0} loading={isBusy} onClick={() => resolve(merged(mine, theirs, sides))}>
          {t('conflict.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function SameAlready({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('form');
  return (
    <Stack>
      <Alert color="spruce">{t('conflict.same')}</Alert>
      <Button onClick={onClose} w="fit-content">
        {t('conflict.takeTheirs')}
      </Button>
    </Stack>
  );
}
