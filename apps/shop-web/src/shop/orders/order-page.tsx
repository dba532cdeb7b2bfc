import { useParams } from '@tanstack/react-router';
import { IconPackageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/problem.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ButtonLink, TextLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { usePerson } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { OrderDetail } from './order-detail.tsx';
import { useOrder } from './order.http.ts';

export default function OrderPage() {
  const { t } = useTranslation('shop');
  const { dateTime } = useFormats();
  const { orderId } = useParams({ from: '/shopper/orders/$orderId' });
  const isOwn = usePerson().customerId !== undefined;
  const query = useOrder(orderId);
  const { data, error } = query;
  return (
    <Page
      title={data ? t('order.of', { time: dateTime(data.placedAt) }) : t('order.title')}
      lead={<TextLink to="/orders">{t('order.back')}</TextLink>}
    >
      {hasCode(error, 'order-not-found') ? (
        <Empty
          icon={IconPackageOff}
          title={t(isOwn ? 'order.notFound' : 'order.notFoundByAnybody')}
          action={<ButtonLink to="/orders">{t('order.back')}</ButtonLink>}
        >
          {isOwn && t('order.notFoundWhy')}
        </Empty>
      ) : (
        <QueryView query={query}>{(order) => <OrderDetail key={orderId} order={order} />}</QueryView>
      )}
    </Page>
  );
}
