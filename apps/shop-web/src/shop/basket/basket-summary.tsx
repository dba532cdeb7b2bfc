import { Alert, Card, Divider, Group, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { isGone, type Priced } from './priced.ts';

export function BasketSummary({ priced: { lines, total, currencies } }: { priced: Priced }) {
  const { t } = useTranslation('shop');
  const { money } = useFormats();
  const hindrance = lines.some(isGone) ? 'gone' : currencies.length > 1 ? 'mixed' : undefined;
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <Card withBorder component="section" aria-label={t('basket.summary')}>
      <Stack gap="md">
        <Text c="dimmed">{t('basket.pieces', { count: pieces })}</Text>
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
