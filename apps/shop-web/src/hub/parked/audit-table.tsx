import { Button, Table } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { opsOf } from './ops.http.ts';
import classes from './parked.module.css';

export function AuditTable({ service }: { service: string }) {
  const { t } = useTranslation('hub');
  const { dateTime } = useFormats();
  const api = useApi();
  const audit = useInfiniteQuery({
    queryKey: ['ops', service, 'audit'],
    queryFn: ({ pageParam, signal }) => opsOf(api, service).audit(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const columns = ['when', 'who', 'what', 'subscription', 'key', 'outcome', 'reason'] as const;
  return (
    <QueryView query={audit}>
      {({ pages }) => {
        const entries = pages.flatMap(({ items }) => items);
        if (entries.length === 0) return <Empty icon={IconHistory} title={t('audit.none')} />;
        return (
          <>
            <Table.ScrollContainer minWidth={820}>
              <Table verticalSpacing="xs" fz="sm">
                <Table.Thead>
                  <Table.Tr>
                    {columns.map((column) => (
                      <Table.Th key={column}>{t(`audit.${column}`)}</Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {entries.map((entry) => (
                    <Table.Tr key={entry.id}>
                      <Table.Td>{dateTime(entry.at)}</Table.Td>
                      <Table.Td>{entry.who}</Table.Td>
                      <Table.Td>{t(`audit.did.${entry.what as 'redrive'}`, { defaultValue: entry.what })}</Table.Td>
                      <Table.Td>{entry.subscription}</Table.Td>
                      <Table.Td className={classes.fact}>{entry.key ?? '–'}</Table.Td>
                      <Table.Td>
                        {t(`audit.became.${entry.outcome as 'handled'}`, { defaultValue: entry.outcome })}
                      </Table.Td>
                      <Table.Td lang="en">{entry.reason ?? entry.error}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {audit.hasNextPage && (
              <Button
                variant="default"
                w="fit-content"
                loading={audit.isFetchingNextPage}
                onClick={() => void audit.fetchNextPage()}
              >
                {t('audit.more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
