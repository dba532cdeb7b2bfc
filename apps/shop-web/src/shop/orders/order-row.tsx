import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLiveValue } from '../../live/live-values.context.ts';
import { StatusBadge } from '../../order/status-badge.tsx';
import { PlainLink } from '../../shell/links.tsx';
import { ProductPicture } from '../catalogue/product-picture.tsx';
import classes from './orders-page.module.css';

const PICTURES = 4;

export function OrderRow({ order, withCustomer }: { order: Order; withCustomer: boolean }) {
  const { t } = useTranslation('shop');
  const { money, dateTime } = useFormats();
  const { orderId, placedAt, lines, total, customer, version } = order;
  const heard = useLiveValue('order', orderId);
  const status = heard && Number(heard.version) > version ? (heard.status as Order['status']) : order.status;
  const first = lines[0]?.name ?? '';
  return (
    <li className={classes.order}>
      <div>
        <PlainLink to="/orders/$orderId" params={{ orderId }} className={classes.link}>
          {dateTime(placedAt)}
        </PlainLink>
        <Text size="sm" c="dimmed" truncate>
          {withCustomer && `${customer?.name ?? t('orders.deleted')} · `}
          {lines.length > 1 ? t('orders.lines', { first, count: lines.length - 1 }) : first}
        </Text>
      </div>
      <div className={classes.pictures}>
        {lines.slice(0, PICTURES).map(({ productId }) => (
          <div key={productId}>
            <ProductPicture productId={productId} />
          </div>
        ))}
      </div>
      <Text fw={650} className={`${classes.amount} numbers`}>
        {money(total)}
      </Text>
      <div className={classes.status}>
        <StatusBadge status={status} />
      </div>
    </li>
  );
}
