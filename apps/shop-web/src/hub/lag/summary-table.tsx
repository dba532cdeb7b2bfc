import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNumbers } from '../use-numbers.ts';
import { type Chart, summaryOf } from './series.ts';

/** What a chart shows, in numbers: for whoever cannot see it, and for whoever wants to know exactly. */
export function SummaryTable({ chart, isRate }: { chart: Chart; isRate: boolean }) {
  const { t } = useTranslation('hub');
  const { time } = useFormats();
  const { count, rate } = useNumbers();
  const shown = isRate ? rate : count;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lag.series')}</Table.Th>
            <Table.Th>{t('lag.now')}</Table.Th>
            <Table.Th>{t('lag.most')}</Table.Th>
            <Table.Th>{t('lag.at')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="numbers">
          {summaryOf(chart).map(({ name, now, most, mostAt }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={500}>
                {name}
              </Table.Th>
              <Table.Td>{shown(now)}</Table.Td>
              <Table.Td>{shown(most)}</Table.Td>
              <Table.Td>{mostAt === undefined ? '–' : time(mostAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
