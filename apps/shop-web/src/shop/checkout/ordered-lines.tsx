import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { PricedLine } from '../basket/priced.ts';
import classes from './ordered-lines.module.css';

export function OrderedLines({ lines, total }: { lines: readonly PricedLine[]; total: Money | undefined }) {
  const { t } = useTranslation('shop');
  const { money, number } = useFormats();
  return (
    <>
      <ul className={classes.lines}>
        {lines.map(({ productId, quantity, product, amount }) => (
          <li key={productId}>
            <Text span className="numbers" c="dimmed">
              {t('times', { quantity: number(quantity) })}
            </Text>
            <Text span>{product?.name ?? productId}</Text>
            <Text span className="numbers" ta="end">
              {amount ? money(amount) : t('product.gone')}
            </Text>
          </li>
        ))}
      </ul>
      {total && (
        <Group justify="space-between" align="baseline">
          <Text fw={600}>{t('total')}</Text>
          <Text fw={700} size="xl" className="numbers">
            {money(total)}
          </Text>
        </Group>
      )}
    </>
  );
}
