import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { TextLink } from '../../shell/links.tsx';
import classes from '../checkout/ordered-lines.module.css';

/** Names and prices as they were when the order was placed. */
export function OrderLines({ order: { lines, total } }: { order: Order }) {
  const { t } = useTranslation('shop');
  const { money, number } = useFormats();
  return (
    <>
      <ul className={classes.lines}>
        {lines.map(({ productId, name, quantity, price }) => (
          <li key={productId}>
            <Text span className="numbers" c="dimmed">
              {t('times', { quantity: number(quantity) })}
            </Text>
            <TextLink to="/products/$productId" params={{ productId }} c="inherit">
              {name}
            </TextLink>
            <Text span className="numbers" ta="end">
              {money({ ...price, amountMinor: price.amountMinor * quantity })}
            </Text>
          </li>
        ))}
      </ul>
      <Group justify="space-between" align="baseline">
        <Text fw={600}>{t('total')}</Text>
        <Text fw={700} size="xl" className="numbers">
          {money(total)}
        </Text>
      </Group>
    </>
  );
}
