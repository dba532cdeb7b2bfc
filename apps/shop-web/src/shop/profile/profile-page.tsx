import { IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { useCustomer } from '../customer-form/customer.queries.ts';
import { DeleteMe } from './delete-me.tsx';
import { EditCustomer } from './edit-customer.tsx';

export default function ProfilePage() {
  const { t } = useTranslation('shop');
  const { customerId } = usePerson();
  const query = useCustomer(customerId);
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
                <EditCustomer key={customer.customerId} customer={customer} />
                <DeleteMe customer={customer} />
              </>
            )
          }
        </QueryView>
      )}
    </Page>
  );
}
