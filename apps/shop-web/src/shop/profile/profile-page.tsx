import { Card } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { customerQuery } from '../../customer/customer.http.ts';
import { EditCustomer } from '../../customer/edit-customer.tsx';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi, usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { DeleteMe } from './delete-me.tsx';

export default function ProfilePage() {
  const { t } = useTranslation('shop');
  const { customerId } = usePerson();
  const query = useQuery(customerQuery(useApi(), customerId));
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      {customerId === undefined ? (
        <Empty icon={IconUserQuestion} title={t('checkout.noCustomerTitle')}>
          {t('checkout.noCustomer')}
        </Empty>
      ) : (
        <QueryView query={query}>
          {(customer) =>
            customer === null ? (
              <Empty
                icon={IconUserQuestion}
                title={t('profile.none')}
                action={<ButtonLink to="/">{t('basket.toCatalogue')}</ButtonLink>}
              >
                {t('profile.noneWhy')}
              </Empty>
            ) : (
              <>
                <Card withBorder maw={720}>
                  <EditCustomer key={customer.customerId} customer={customer} isOwn />
                </Card>
                <DeleteMe customer={customer} />
              </>
            )
          }
        </QueryView>
      )}
    </Page>
  );
}
