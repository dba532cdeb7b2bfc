import { Group, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { LiveBadge } from '../../live/live-badge.tsx';
import type { StreamState } from '../../live/stream.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { AddToBasket } from '../basket/add-to-basket.tsx';
import { Availability } from './availability.tsx';
import { useAvailable, useLiveProduct } from './live-product.ts';
import classes from './product-detail.module.css';
import { ProductPicture } from './product-picture.tsx';
import { useStock } from './products.http.ts';

export function ProductDetail({ product: fetched, state }: { product: Product; state: StreamState }) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  const { productId } = fetched;
  const live = useLiveProduct(fetched, productId);
  const { data: stock } = useStock([productId]);
  const available = useAvailable(stock && (stock.get(productId) ?? 0), productId);
  const { description, category, price } = live ?? fetched;
  return (
    <div className={classes.detail}>
      <div className={classes.picture}>
        <ProductPicture productId={productId} />
      </div>
      <Stack gap="lg">
        <Group justify="space-between">
          <ButtonLink to="/" search={{ category }} variant="light" size="compact-sm">
            {category}
          </ButtonLink>
          <LiveBadge state={state} />
        </Group>
        <Text className={`${classes.price} numbers`}>{money(price)}</Text>
        {live === null ? <Text fw={600}>{t('product.gone')}</Text> : <Availability available={available} />}
        {live !== null && <AddToBasket product={live ?? fetched} available={available} />}
        {description !== '' && <Text className={classes.description}>{description}</Text>}
        <Text size="sm" c="dimmed">
          {t('product.number')} <span translate="no">{productId}</span>
        </Text>
      </Stack>
    </div>
  );
}

export const ProductDetailLoading = () => (
  <div className={classes.detail}>
    <Skeleton className={classes.picture} />
    <Stack gap="lg">
      <Skeleton height={28} width="30%" />
      <Skeleton height={36} width="45%" />
      <Skeleton height={24} width="40%" />
      <Skeleton height={42} />
      <Skeleton height={72} />
    </Stack>
  </div>
);
