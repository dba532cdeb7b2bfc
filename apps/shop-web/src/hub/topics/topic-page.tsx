import { Card, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconZoomQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/problem.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { mapQuery } from '../hub.http.ts';
import { KeyFilter } from './key-filter.tsx';
import { together } from './record.ts';
import { RecordList } from './record-list.tsx';
import { recordsQuery } from './records.http.ts';
import { TailControls } from './tail-controls.tsx';
import { useTail } from './use-tail.ts';

const route = getRouteApi('/operator/hub/topics/$topic');

/** A topic: what lies at its end, and what comes. */
export default function TopicPage() {
  const { topic } = route.useParams();
  const { key } = route.useSearch();
  return <Topic key={topic} topic={topic} wanted={key ?? ''} />;
}

function Topic({ topic, wanted }: { topic: string; wanted: string }) {
  const { t } = useTranslation('hub');
  const api = useApi();
  const navigate = useNavigate();
  const map = useQuery(mapQuery(api));
  const [emptied, setEmptied] = useState(false);
  const { tail, state, act } = useTail(topic, wanted === '' ? [] : [wanted]);
  const stored = useQuery(recordsQuery(api, topic, wanted));
  if (hasCode(stored.error, 'topic-not-found')) return <NoSuchTopic name={topic} />;
  const about = map.data?.topics.find(({ name }) => name === topic);
  const goTo = (name: string | null) =>
    name !== null && void navigate({ to: '/hub/topics/$topic', params: { topic: name } });
  const filter = (next: string) => void navigate({ to: '.', search: next === '' ? {} : { key: next }, replace: true });
  return (
    <Page title={topic} lead={about?.summary}>
      <Stack gap="md">
        <Group align="flex-end" gap="md">
          <Select
            label={t('topic')}
            data={map.data?.topics.map(({ name }) => name) ?? [topic]}
            value={topic}
            onChange={goTo}
            allowDeselect={false}
          />
          <KeyFilter key={wanted} value={wanted} of={about?.key} onChange={filter} />
          <TailControls tail={tail} state={state} act={act} onClear={() => setEmptied(true)} />
        </Group>
        <QueryView query={stored}>
          {({ items, truncated }) => (
            <>
              {truncated && <Text c="dimmed">{t('tail.truncated')}</Text>}
              <Card withBorder padding={0}>
                <RecordList
                  records={together(tail.shown, emptied ? [] : items)}
                  isFiltered={wanted !== ''}
                  onKey={filter}
                />
              </Card>
            </>
          )}
        </QueryView>
      </Stack>
    </Page>
  );
}

function NoSuchTopic({ name }: { name: string }) {
  const { t } = useTranslation('hub');
  return (
    <Page title={name}>
      <Empty
        icon={IconZoomQuestion}
        title={t('tail.noTopic')}
        action={<ButtonLink to="/hub/topics">{t('tail.allTopics')}</ButtonLink>}
      />
    </Page>
  );
}
