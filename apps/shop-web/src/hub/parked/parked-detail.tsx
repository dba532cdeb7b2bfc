import { Alert, Code, Stack, Table, Text, Timeline, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { JsonBlock } from '../json-block.tsx';
import classes from './parked.module.css';
import type { ParkedDetail } from './parked.ts';

export function ParkedDetailView({ detail }: { detail: ParkedDetail }) {
  const { t } = useTranslation('hub');
  const { dateTime, number } = useFormats();
  const { decoded, history, headers, valueBytes } = detail;
  const facts = [
    [t('topic'), detail.topic],
    [t('audit.key'), detail.key ?? t('parked.noKey')],
    [t('parked.place'), t('tail.place', { partition: detail.partition, offset: detail.offset })],
    [t('parked.writtenAt'), dateTime(detail.time)],
    [t('parked.size'), number(detail.bytes, { style: 'unit', unit: 'byte', unitDisplay: 'long' })],
    ...Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ] as const;
  return (
    <Stack>
      <Alert color={detail.state === 'waiting' ? 'yellow' : 'ember'} title={detail.code} lang="en">
        {detail.error}
      </Alert>
      <Title order={3}>{t('parked.value')}</Title>
      {'why' in decoded ? (
        <Text lang="en">{decoded.why}</Text>
      ) : (
        <JsonBlock label={decoded.record}>
          {decoded.value === null ? t('tail.tombstoneText') : JSON.stringify(decoded.value, null, 2)}
        </JsonBlock>
      )}
      {'why' in decoded && valueBytes !== null && <JsonBlock label={t('parked.bytes')}>{valueBytes}</JsonBlock>}
      <Title order={3}>{t('parked.history')}</Title>
      {history.length === 0 ? (
        <Text c="dimmed">{t('parked.noHistory')}</Text>
      ) : (
        <Timeline active={history.length} bulletSize={12} lineWidth={2} color="ember">
          {history.map(({ at, code, error }, index) => (
            <Timeline.Item key={index} title={dateTime(at)}>
              <Text size="sm" lang="en">
                {code !== undefined && <Code>{code}</Code>} {error}
              </Text>
            </Timeline.Item>
          ))}
        </Timeline>
      )}
      <Title order={3}>{t('parked.facts')}</Title>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="9rem">
                {name}
              </Table.Th>
              <Table.Td className={classes.fact}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
