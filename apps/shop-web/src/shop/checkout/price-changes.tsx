import { Alert, Text } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import type { PriceChange } from '../basket/priced.ts';

/** Nothing was ordered: this is what costs something else by now. */
export function PriceChanges({ changes }: { changes: readonly PriceChange[] }) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  return (
    <Alert color="ember" variant="light" icon={<IconTag aria-hidden />} title={t('checkout.priceChanged')}>
      {changes.map(({ productId, name, before, now }) => (
        <Text key={productId} size="sm" className="numbers">
          {name} <s>{money(before)}</s> <strong>{money(now)}</strong>
        </Text>
      ))}
      <Text size="sm" mt="xs">
        {t('checkout.nothingOrdered')}
      </Text>
    </Alert>
  );
}
