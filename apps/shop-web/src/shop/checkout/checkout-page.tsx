import { useQuery } from '@tanstack/react-query';
import { IconShoppingBag, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { customerQuery } from '../../customer/customer.http.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi, usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { useBasket } from '../basket/basket.storage.ts';
import { LiveShop } from '../live-shop.tsx';
import { Checkout } from './checkout.tsx';

export default function CheckoutPage() {
  const { t } = useTranslation('shop');
  const { basket } = useBasket();
  const { customerId } = usePerson();
  const customer = useQuery(customerQuery(useApi(), customerId));
  return (
    <Page title={t('checkout.title')}>
      {customerId === undefined ? (
        <Empty icon={IconUserQuestion} title={t('checkout.noCustomerTitle')}>
          {t('checkout.noCustomer')}
        </Empty>
      ) : basket.length === 0 ? (
        <Empty
          icon={IconShoppingBag}
          title={t('basket.empty')}
          action={<ButtonLink to="/">{t('basket.toCatalogue')}</ButtonLink>}
        >
          {t('basket.emptyWhy')}
        </Empty>
      ) : (
        <LiveShop>
          {() => (
            <QueryView query={customer}>
              {(found) => <Checkout customerId={customerId} customer={found} basket={basket} />}
            </QueryView>
          )}
        </LiveShop>
      )}
    </Page>
  );
}
