import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { CustomerList } from './customer-list.tsx';
import { searchQuery } from './customers.http.ts';

export function FoundCustomers({ q }: { q: string }) {
  const { t } = useTranslation('desk');
  const found = useQuery(searchQuery(useApi(), q));
  return (
    <QueryView query={found}>
      {({ items }) => (
        <>
          <VisuallyHidden role="status">{t('customers.found', { count: items.length })}</VisuallyHidden>
          {items.length === 0 ? (
            <Empty icon={IconUserSearch} title={t('customers.nobody')}>
              {t('customers.nobodyText', { q })}
            </Empty>
          ) : (
            <CustomerList customers={items} isOld={found.isPlaceholderData} />
          )}
        </>
      )}
    </QueryView>
  );
}
