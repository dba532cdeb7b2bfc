import { Alert, Button, Text } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Money } from '../../api/bodies.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import type { PriceChange } from '../basket/priced.ts';

interface Props {
  changes: readonly PriceChange[];
  /** Undefined: there is no one sum. */
  total: Money | undefined;
  onAgree: () => void;
}

/** Nothing is ordered: this costs something else by now, and whoever wants it all the same says so. */
export function PriceChanges({ changes, total, onAgree }: Props) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  return (
    <Alert color="ember" variant="light" icon={<IconTag aria-hidden />} title={t('checkout.priceChanged')}>
      {changes.map(({ productId, name, before, now }) => (
        <Text key={productId} size="sm" className="numbers">
          {name} <s>{money(before)}</s> <strong>{money(now)}</strong>
        </Text>
      ))}
      <Text size="sm" my="xs">
        {t('checkout.nothingOrdered')} {total && t('checkout.totalNow', { total: money(total) })}
      </Text>
      <Button size="compact-sm" variant="outline" color="ember" onClick={onAgree}>
        {t('checkout.agree')}
      </Button>
    </Alert>
  );
}
