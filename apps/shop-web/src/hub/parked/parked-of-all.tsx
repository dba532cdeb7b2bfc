import { Stack, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { Loading } from '../../shell/states/loading.tsx';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { opsOf } from './ops.http.ts';
import { groupsOf, matching } from './parked.ts';
import { ParkedGroupCard } from './parked-group-card.tsx';

/** Every service is asked by itself: one that is away does not hide what the others have. */
export function ParkedOfAll({ services, filter }: { services: string[]; filter: string }) {
  const { t } = useTranslation('hub');
  const api = useApi();
  const answers = useQueries({
    queries: services.map((service) => ({
      queryKey: ['ops', service, 'parked'],
      queryFn: ({ signal }: { signal: AbortSignal }) => opsOf(api, service).list(signal),
      refetchInterval: 5_000,
    })),
  });
  if (answers.every(({ isPending }) => isPending) && services.length > 0) return <Loading />;
  const groups = answers.flatMap(({ data }, index) =>
    groupsOf(matching(data?.items ?? [], filter)).map((group) => ({ service: services[index]!, group })),
  );
  const isAll = answers.every(({ isSuccess }) => isSuccess);
  return (
    <Stack gap="lg">
      {answers.map(
        ({ error, refetch, isFetching }, index) =>
          error && (
            <div key={services[index]}>
              <Title order={2} size="h3" mb="xs">
                {services[index]}
              </Title>
              <ProblemAlert error={error} onRetry={() => void refetch()} retrying={isFetching} />
            </div>
          ),
      )}
      {groups.length === 0 && isAll && (
        <Empty icon={IconMoodCheck} title={t(filter === '' ? 'parked.none' : 'parked.noneWithKey')}>
          {filter === '' && t('parked.noneText')}
        </Empty>
      )}
      {groups.map(({ service, group }) => (
        <ParkedGroupCard key={`${service} ${group.subscription}`} service={service} group={group} />
      ))}
      {answers.some(({ data }) => data?.next !== undefined) && <Text c="dimmed">{t('parked.more')}</Text>}
    </Stack>
  );
}
