import { IconShoppingBag, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { Loading } from '../../shell/states/loading.tsx';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { LiveShop } from '../live-shop.tsx';
import type { Basket } from './basket.ts';
import { useBasket } from './basket.storage.ts';
import { BasketLines } from './basket-lines.tsx';
import { BasketSummary } from './basket-summary.tsx';
import classes from './basket-page.module.css';
import { usePricedBasket } from './use-priced-basket.ts';
import { useQuantities } from './use-quantities.ts';

export default function BasketPage() {
  const { t } = useTranslation('shop');
  const { basket } = useBasket();
  const { customerId } = usePerson();
  return (
    <Page title={t('basket.title')}>
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
        <LiveShop>{() => <Filled basket={basket} />}</LiveShop>
      )}
    </Page>
  );
}

function Filled({ basket }: { basket: Basket }) {
  const { priced, products } = usePricedBasket(basket);
  const quantities = useQuantities();
  if (priced === undefined) {
    return products.error ? (
      <ProblemAlert error={products.error} onRetry={() => void products.refetch()} retrying={products.isFetching} />
    ) : (
      <Loading rows={basket.length} />
    );
  }
  return (
    <div className={classes.columns}>
      <BasketLines lines={priced.lines} quantities={quantities} />
      <BasketSummary priced={priced} refused={quantities.refused} />
    </div>
  );
}
