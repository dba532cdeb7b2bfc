import { CloseButton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { TextLink } from '../../shell/links.tsx';
import { ProductPicture } from '../catalogue/product-picture.tsx';
import { MOST_PIECES } from './basket.ts';
import classes from './basket-lines.module.css';
import { PiecesField } from './pieces-field.tsx';
import type { PricedLine } from './priced.ts';
import type { Quantities } from './use-quantities.ts';

interface Props {
  lines: readonly PricedLine[];
  quantities: Quantities;
}

export const BasketLines = ({ lines, quantities }: Props) => (
  <ul className={classes.lines}>
    {lines.map((line) => (
      <Line key={line.productId} line={line} quantities={quantities} />
    ))}
  </ul>
);

function Line({ line, quantities: { refused, type, takeOut } }: { line: PricedLine; quantities: Quantities }) {
  const { t } = useTranslation('shop');
  const { money, number } = useFormats();
  const { productId, quantity, product, amount, missing } = line;
  const wrong = refused[productId];
  const name = product?.name ?? productId;
  return (
    <li className={classes.line}>
      <div className={classes.picture}>
        <ProductPicture productId={productId} />
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
            {t('basket.missing', { count: quantity - missing, pieces: number(quantity - missing) })}
          </Text>
        )}
      </div>
      <PiecesField
        name={name}
        aria-label={t('basket.piecesOf', { name })}
        most={MOST_PIECES}
        value={wrong ?? `${quantity}`}
        onChange={(text) => type(productId, text)}
        error={wrong !== undefined && t('basket.notAQuantity', { most: number(MOST_PIECES), pieces: number(quantity) })}
      />
      <Text fw={650} className={`${classes.amount} numbers`}>
        {amount && money(amount)}
      </Text>
      <CloseButton aria-label={t('basket.takeOut', { name })} onClick={() => takeOut(productId)} />
    </li>
  );
}
