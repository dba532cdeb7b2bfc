import { Alert, Card, Divider, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { isGone, type Priced } from './priced.ts';
import type { Quantities } from './use-quantities.ts';

interface Props {
  priced: Priced;
  refused: Quantities['refused'];
}

export function BasketSummary({ priced, refused }: Props) {
  const { t } = useTranslation('shop');
  const { money, number } = useFormats();
  const { lines, total } = priced;
  const hindrance = hindranceIn(priced, refused);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Card withBorder component="section" aria-label={t('basket.summary')}>
      <Stack gap="md">
        <Text c="dimmed">{t('basket.pieces', { count: pieces, pieces: number(pieces) })}</Text>
        <Divider />
        <Group justify="space-between" align="baseline">
          <Text fw={600}>{t('total')}</Text>
          <Text fw={700} size="xl" className="numbers" aria-live="polite">
            {total && money(total)}
          </Text>
        </Group>
        {hindrance && (
          <Alert color="ember" variant="light">
            {t(`basket.hindrance.${hindrance}`)}
          </Alert>
        )}
        <ButtonLink
          to="/checkout"
          size="md"
          disabled={hindrance !== undefined}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {t('basket.checkout')}
        </ButtonLink>
        {lines.some(({ missing }) => missing > 0) && (
          <Text size="sm" c="dimmed">
            {t('basket.mayBeRejected')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

/** Why there is no way to the checkout; undefined: there is one. */
function hindranceIn({ lines, currencies }: Priced, refused: Quantities['refused']) {
  if (lines.some(isGone)) return 'gone';
  if (lines.some(({ productId }) => productId in refused)) return 'quantity';
  return currencies.length > 1 ? 'mixed' : undefined;
}
