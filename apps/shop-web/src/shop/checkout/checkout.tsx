import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/bodies.ts';
import { fieldErrors, hasCode } from '../../api/problem.ts';
import { useKeyring } from '../../api/use-keyring.ts';
import { type Customer, customerRules, inputOf, newCustomer } from '../../customer/customer.ts';
import { customerQuery } from '../../customer/customer.http.ts';
import { CustomerFields } from '../../customer/customer-fields.tsx';
import { useFields } from '../../editing/use-fields.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useApi } from '../../shell/shop.context.ts';
import { Loading } from '../../shell/states/loading.tsx';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { useLeadingOn } from '../../shell/use-leading-on.ts';
import type { Basket } from '../basket/basket.ts';
import { useBasket } from '../basket/basket.storage.ts';
import { isGone, productsIn } from '../basket/priced.ts';
import { usePricedBasket } from '../basket/use-priced-basket.ts';
import classes from './checkout.module.css';
import { OrderedLines } from './ordered-lines.tsx';
import { placeOrder } from './place-order.http.ts';
import { PriceChanges } from './price-changes.tsx';
import { ShippingAddress } from './shipping-address.tsx';
import { useAgreedPrices } from './use-agreed-prices.ts';

interface Props {
  customerId: string;
  /** Null: he has never ordered. */
  customer: Customer | null;
  basket: Basket;
}

const NONE: readonly Product[] = [];

export function Checkout({ customerId, customer, basket }: Props) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  const api = useApi();
  const queries = useQueryClient();
  const leadOn = useLeadingOn();
  const { clear } = useBasket();
  const { priced, products } = usePricedBasket(basket);
  const { changes, agree } = useAgreedPrices(priced ? productsIn(priced) : NONE);
  const [details, setDetails] = useState(newCustomer);
  const keyOf = useKeyring();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const rules = customer ? { ...customerRules, faultsIn: () => ({}) } : customerRules; // known: nothing to fill in
  const form = useFields(rules, details, setDetails, fieldErrors(error));
  if (priced === undefined) return products.error ? <ProblemAlert error={products.error} /> : <Loading />;
  const { lines, total } = priced;

  async function order(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const wish = { customerId, details: customer ? undefined : inputOf(details), basket, expectedTotal: total! };
      const orderId = await placeOrder(api, wish, keyOf);
      void queries.invalidateQueries({ queryKey: customerQuery(api, customerId).queryKey });
      void queries.invalidateQueries({ queryKey: ['orders'] });
      await leadOn({ to: '/orders/$orderId', params: { orderId }, replace: true });
      clear();
    } catch (problem) {
      setError(problem);
      if (hasCode(problem, 'price-changed', 'unknown-product')) await products.refetch();
    } finally {
      setBusy(false);
    }
  }

  const isImpossible = changes.length > 0 || total === undefined || lines.some(isGone);
  return (
    <form className={classes.columns} onSubmit={form.submit(() => void order())} noValidate>
      <section>
        <Title order={2} mb="md">
          {t('checkout.to')}
        </Title>
        {customer ? (
          <ShippingAddress customer={customer} />
        ) : (
          <Stack>
            <Text c="dimmed">{t('checkout.firstTime')}</Text>
            <CustomerFields form={form} isOwn />
          </Stack>
        )}
      </section>
      <Card withBorder component="section" aria-label={t('checkout.what')}>
        <Stack gap="md">
          <Title order={2}>{t('checkout.what')}</Title>
          <OrderedLines lines={lines} total={total} />
          <div aria-live="polite">
            {changes.length > 0 && !isBusy ? (
              <PriceChanges changes={changes} total={total} onAgree={() => (agree(), setError(undefined))} />
            ) : (
              error !== undefined && <ProblemAlert error={error} />
            )}
          </div>
          {lines.some(isGone) && <Text className={classes.warning}>{t('basket.hindrance.gone')}</Text>}
          <Button type="submit" size="lg" loading={isBusy} disabled={isImpossible}>
            {total ? t('checkout.orderFor', { amount: money(total) }) : t('checkout.order')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('checkout.next')}
          </Text>
        </Stack>
      </Card>
    </form>
  );
}
