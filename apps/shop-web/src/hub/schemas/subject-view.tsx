import { Group, SegmentedControl, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeList } from './change-list.tsx';
import { type Avro, linesOf } from './avro.ts';
import { DiffView } from './diff-view.tsx';
import { FieldTable } from './field-table.tsx';
import type { Subject } from '../hub.ts';

/** One subject: the fields of a version, or what changed since another. */
export function SubjectView({ subject: { subject, versions } }: { subject: Subject }) {
  const { t } = useTranslation('hub');
  const latest = versions.at(-1)!;
  const [number, setNumber] = useState(latest.version);
  const [against, setAgainst] = useState<number | null>(versions.at(-2)?.version ?? null);
  const [look, setLook] = useState<'columns' | 'unified'>('columns');
  const shown = versions.find(({ version }) => version === number) ?? latest;
  const older = versions.find(({ version }) => version === against);
  const [before, after] = [older?.schema as Avro | undefined, shown.schema as unknown as Avro];
  const choices = versions.map(({ version }) => ({ value: `${version}`, label: t('schemas.version', { version }) }));
  return (
    <Stack gap="lg">
      <div>
        <Title order={2}>{subject}</Title>
        <Text c="dimmed" size="sm">
          {t('schemas.id', { id: shown.id })}
        </Text>
      </div>
      <Group align="flex-end">
        <Select
          label={t('schemas.shown')}
          data={choices}
          value={`${shown.version}`}
          onChange={(value) => setNumber(Number(value))}
          allowDeselect={false}
          w="11rem"
        />
        {versions.length > 1 && (
          <Select
            label={t('schemas.against')}
            data={choices.filter(({ value }) => value !== `${shown.version}`)}
            value={older === undefined ? null : `${older.version}`}
            onChange={(value) => setAgainst(value === null ? null : Number(value))}
            placeholder={t('schemas.nothing')}
            clearable
            w="11rem"
          />
        )}
      </Group>
      {before === undefined || older === shown ? (
        <FieldTable schema={after} />
      ) : (
        <>
          <ChangeList before={before} after={after} />
          <SegmentedControl
            aria-label={t('schemas.look')}
            value={look}
            onChange={(value) => setLook(value as typeof look)}
            data={[
              { value: 'columns', label: t('schemas.columns') },
              { value: 'unified', label: t('schemas.unified') },
            ]}
            visibleFrom="sm"
            w="fit-content"
          />
          <DiffView before={linesOf(before)} after={linesOf(after)} look={look} />
        </>
      )}
      {versions.length === 1 && <Text c="dimmed">{t('schemas.onlyOne')}</Text>}
    </Stack>
  );
}
