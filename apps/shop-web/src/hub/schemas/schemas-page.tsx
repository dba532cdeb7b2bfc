import { Card, Group, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconFileCode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { schemasQuery } from '../hub.http.ts';
import type { Subject } from '../hub.ts';
import { SubjectView } from './subject-view.tsx';

const route = getRouteApi('/operator/hub/schemas');

/** The contract as the registry has it: every subject, its versions, and what changed between two. */
export default function SchemasPage() {
  const { t } = useTranslation('hub');
  const { subject } = route.useSearch();
  const navigate = useNavigate();
  const schemas = useQuery(schemasQuery(useApi()));
  const choose = (next: string | null) =>
    next !== null && void navigate({ to: '/hub/schemas', search: { subject: next }, replace: true });
  return (
    <Page title={t('schemas.title')} lead={t('schemas.lead')}>
      <QueryView query={schemas}>
        {({ subjects }) => {
          const chosen = subjects.find((each) => each.subject === subject) ?? subjects[0];
          if (chosen === undefined) return <Empty icon={IconFileCode} title={t('schemas.none')} />;
          return (
            <Stack gap="lg">
              <Group>
                <Select
                  label={t('schemas.subject')}
                  data={byTopic(subjects)}
                  value={chosen.subject}
                  onChange={choose}
                  allowDeselect={false}
                  searchable
                  w="min(100%, 28rem)"
                />
              </Group>
              <Card withBorder>
                <SubjectView key={chosen.subject} subject={chosen} />
              </Card>
            </Stack>
          );
        }}
      </QueryView>
    </Page>
  );
}

const byTopic = (subjects: readonly Subject[]) =>
  [...Map.groupBy(subjects, ({ topic }) => topic)].map(([group, all]) => ({
    group,
    items: all.map(({ subject, record, versions }) => ({ value: subject, label: `${record} (${versions.length})` })),
  }));
