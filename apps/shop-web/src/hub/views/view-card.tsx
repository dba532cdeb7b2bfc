import { Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HealthMark } from '../health-mark.tsx';
import { viewHealth } from '../health.ts';
import type { SubscriptionFlow, ViewFlow } from '../hub.ts';
import { useNumbers } from '../use-numbers.ts';

interface Props {
  view: ViewFlow;
  subscription: SubscriptionFlow | undefined;
}

export function ViewCard({ view, subscription }: Props) {
  const { t } = useTranslation('hub');
  const { count, percent, rate, seconds } = useNumbers();
  const { service, topic, progress, lag } = view;
  const waited = subscription?.lagSeconds;
  const facts = [
    [t('views.lag'), count(lag)],
    [t('views.behind'), waited === 0 ? t('views.nothingWaits') : seconds(waited)],
    [t('views.rate'), rate(subscription?.perSecond)],
  ] as const;
  return (
    <Card withBorder component="article" aria-label={t('views.name', { view: view.view, service })}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h3">
              {view.view}
            </Title>
            <Text size="sm" c="dimmed">
              {t('views.of', { service, topic })}
            </Text>
          </div>
          <HealthMark health={viewHealth(view, subscription)} />
        </Group>
        <div>
          <Group justify="space-between" mb={4}>
            <Text size="sm">{view.ready === false ? t('views.filling') : t('views.progress')}</Text>
            <Text size="sm" className="numbers">
              {percent(progress)}
            </Text>
          </Group>
          <Progress value={(progress ?? 0) * 100} aria-label={t('views.progress')} />
        </div>
        <Group gap="xl">
          {facts.map(([name, value]) => (
            <div key={name}>
              <Text size="xs" c="dimmed">
                {name}
              </Text>
              <Text className="numbers">{value}</Text>
            </div>
          ))}
        </Group>
      </Stack>
    </Card>
  );
}
