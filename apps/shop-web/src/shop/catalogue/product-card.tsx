import { ActionIcon, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { PlainLink } from '../../shell/links.tsx';
import { useVisitor } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { useBasket } from '../basket/basket.storage.ts';
import { Availability } from './availability.tsx';
import { useAvailable, useLiveProduct } from './live-product.ts';
import classes from './product-card.module.css';
import { ProductPicture } from './product-picture.tsx';

interface Props {
  product: Product;
  available: number | undefined;
}

export function ProductCard({ product: fetched, available: counted }: Props) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  const { productId } = fetched;
  const live = useLiveProduct(fetched, productId);
  const available = useAvailable(counted, productId);
  const { add } = useBasket();
  const canOrder = useVisitor()?.customerId !== undefined;
  const { name, category, price } = live ?? fetched;
  const put = () => {
    add(productId);
    say(t('basket.added', { name }));
  };
  return (
    <li className={classes.card} data-gone={live === null || undefined}>
      <div className={classes.picture}>
        <ProductPicture productId={productId} />
      </div>
      <div className={classes.text}>
        <Text size="xs" c="dimmed" truncate>
          {category}
        </Text>
        <h2 className={classes.name}>
          <PlainLink to="/products/$productId" params={{ productId }} className={classes.link}>
            {name}
          </PlainLink>
        </h2>
        <Text fw={650} className="numbers">
          {money(price)}
        </Text>
        <div className={classes.foot}>
          {live === null ? <Text size="sm">{t('product.gone')}</Text> : <Availability available={available} />}
          {canOrder && (
            <ActionIcon
              size={38}
              radius="xl"
              className={classes.add}
              disabled={live === null || available === 0}
              aria-label={t('basket.add', { name })}
              onClick={put}
            >
              <IconPlus size={20} aria-hidden />
            </ActionIcon>
          )}
        </div>
      </div>
    </li>
  );
}

/** The same size, so that nothing moves when the products come. */
export const ProductCardLoading = () => (
  <li className={classes.card}>
    <Skeleton className={classes.picture} radius={0} />
    <div className={classes.text}>
      <Skeleton height={10} width="35%" my={4} />
      <div className={classes.name}>
        <Skeleton height={14} my={4} />
      </div>
      <Skeleton height={14} width="45%" my={5} />
      <div className={classes.foot}>
        <Skeleton height={12} width="50%" />
      </div>
    </div>
  </li>
);
