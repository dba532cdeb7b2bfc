import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { More } from '../more.tsx';
import { CustomerList } from './customer-list.tsx';
import { allQuery } from './customers.http.ts';

/** Oldest first, page by page. */
export function AllCustomers({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation('desk');
  const customers = useInfiniteQuery(allQuery(useApi()));
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
            <More {...customers} />
          </>
        );
      }}
    </QueryView>
  );
}
