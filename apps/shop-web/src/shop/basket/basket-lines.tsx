import { CloseButton, NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { TextLink } from '../../shell/links.tsx';
import { ProductPicture } from '../catalogue/product-picture.tsx';
import { MOST_PIECES } from './basket.ts';
import classes from './basket-lines.module.css';
import { useBasket } from './basket.storage.ts';
import type { PricedLine } from './priced.ts';

export const BasketLines = ({ lines }: { lines: readonly PricedLine[] }) => (
  <ul className={classes.lines}>
    {lines.map((line) => (
      <Line key={line.productId} line={line} />
    ))}
  </ul>
);

function Line({ line: { productId, quantity, product, amount, missing } }: { line: PricedLine }) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  const { set } = useBasket();
  const name = product?.name ?? productId;
  return (
    <li className={classes.line}>
      <div className={classes.picture}>
        <ProductPicture productId={productId} category={product?.category ?? ''} />
      </div>
      <div className={classes.what}>
        {product === null ? (
          <Text fw={600}>{name}</Text>
        ) : (
          <TextLink to="/products/$productId" params={{ productId }} c="inherit" fw={600}>
            {name}
          </TextLink>
        )}
        <Text size="sm" c="dimmed" className="numbers">
          {product ? t('basket.each', { price: money(product.price) }) : t('product.gone')}
        </Text>
        {missing > 0 && (
          <Text size="sm" className={classes.warning} role="status">
            {t('basket.missing', { count: quantity - missing })}
          </Text>
        )}
      </div>
      <NumberInput
        w={92}
        aria-label={t('basket.piecesOf', { name })}
        min={1}
        max={MOST_PIECES}
        allowDecimal={false}
        clampBehavior="blur"
        value={quantity}
        onChange={(value) => Number(value) >= 1 && set(productId, Number(value))}
      />
      <Text fw={650} className={`${classes.amount} numbers`}>
        {amount && money(amount)}
      </Text>
      <CloseButton aria-label={t('basket.takeOut', { name })} onClick={() => set(productId, 0)} />
    </li>
  );
}
