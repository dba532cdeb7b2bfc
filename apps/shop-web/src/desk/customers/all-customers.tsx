import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { answer } from '../../api/api.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { CustomerList } from './customer-list.tsx';

const PAGE = 50;

/** Oldest first, page by page. */
export function AllCustomers({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const customers = useInfiniteQuery({
    queryKey: ['customers', 'all'],
    queryFn: ({ pageParam: after, signal }) =>
      answer(api.GET('/api/customers', { params: { query: { limit: PAGE, after } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <QueryView query={customers}>
      {({ pages }) => {
        const all = pages.flatMap(({ items }) => items);
        if (all.length === 0) {
          return (
            <Empty
              icon={IconUsers}
              title={t('customers.none')}
              action={<Button onClick={onNew}>{t('customers.new')}</Button>}
            />
          );
        }
        return (
          <>
            <CustomerList
              customers={all.map(({ firstName, lastName, ...customer }) => ({
                ...customer,
                name: `${firstName} ${lastName}`,
              }))}
            />
            {customers.hasNextPage && (
              <Button
                variant="default"
                mx="auto"
                loading={customers.isFetchingNextPage}
                onClick={() => void customers.fetchNextPage()}
              >
                {t('more')}
              </Button>
            )}
          </>
        );
      }}
    </QueryView>
  );
}
