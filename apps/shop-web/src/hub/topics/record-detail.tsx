import { Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { JsonBlock } from '../json-block.tsx';
import classes from './records.module.css';
import { isOfOrder, type LogRecord } from './record.ts';

/** All there is of a record: where it lies, its headers, its value. */
export function RecordDetail({ record, onKey }: { record: LogRecord; onKey: (key: string) => void }) {
  const { t } = useTranslation('hub');
  const { dateTime, exactTime } = useFormats();
  const { partition, offset, key, time, value, headers, undecodable } = record;
  return (
    <div className={classes.detail}>
      <Group gap="lg">
        <Text size="sm">{t('tail.place', { partition, offset })}</Text>
        <Text size="sm">{time !== null && `${dateTime(time)} · ${exactTime(time)}`}</Text>
      </Group>
      {undecodable ? (
        <>
          <Text size="sm">{undecodable.detail}</Text>
          <JsonBlock label={t('parked.bytes')}>{undecodable.bytes}</JsonBlock>
        </>
      ) : (
        <JsonBlock label={t('tail.value')}>
          {value === null ? t('tail.tombstoneText') : JSON.stringify(value, null, 2)}
        </JsonBlock>
      )}
      <Headers headers={headers} />
      <Group gap="sm">
        {key !== null && (
          <Button size="compact-sm" variant="light" onClick={() => onKey(key)}>
            {t('tail.onlyThisKey')}
          </Button>
        )}
        {key !== null && isOfOrder(record) && (
          <ButtonLink size="compact-sm" variant="light" to="/trace/$orderId" params={{ orderId: key }}>
            {t('tail.trace')}
          </ButtonLink>
        )}
      </Group>
    </div>
  );
}

function Headers({ headers }: Pick<LogRecord, 'headers'>) {
  const { t } = useTranslation('hub');
  return (
    <Table.ScrollContainer minWidth={280}>
      <Table verticalSpacing={2} fz="xs" captionSide="top">
        <Table.Caption ta="start">{t('tail.headers')}</Table.Caption>
        <Table.Tbody>
          {Object.entries(headers).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="9rem" fw={500}>
                {name}
              </Table.Th>
              <Table.Td className={classes.fact}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
