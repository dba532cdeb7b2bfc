import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JsonBlock } from '../hub/json-block.tsx';
import { useFormats } from '../i18n/use-formats.ts';
import type { TraceStep } from './trace.ts';
import css from './time-line.module.css';

export function StepDetail({ step }: { step: TraceStep }) {
  const { t } = useTranslation('trace');
  const { exactTime } = useFormats();
  const facts = [
    ['place', t('placeText', { topic: step.topic, partition: step.partition, offset: step.offset })],
    ['key', step.key ?? undefined],
    ['writtenAt', exactTime(step.at)],
    ['publishedAt', exactTime(step.publishedAt)],
    ['id', step.id],
    ['causedBy', step.causedBy],
    ['traceId', step.traceId],
  ] as const;
  return (
    <div className={css.detail}>
      <Table variant="vertical" layout="fixed" withTableBorder={false}>
        <Table.Tbody>
          {facts
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th w="8.5rem">{t(name)}</Table.Th>
                <Table.Td className={css.fact}>{value}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      <JsonBlock label={t('value', { type: step.type ?? step.topic })}>
        {step.value === null ? t('tombstone') : JSON.stringify(step.value, null, 2)}
      </JsonBlock>
    </div>
  );
}
