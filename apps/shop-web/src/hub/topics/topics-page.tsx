import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { graphOf } from '../map/graph.ts';
import { TopicTable } from '../map/topic-table.tsx';
import { flowQuery, mapQuery } from '../hub.http.ts';

/** Every topic, to choose one. */
export default function TopicsPage() {
  const { t } = useTranslation('hub');
  const api = useApi();
  const map = useQuery(mapQuery(api));
  const flow = useQuery(flowQuery(api));
  return (
    <Page title={t('topics')} lead={t('topicsLead')}>
      <QueryView query={map}>{(found) => <TopicTable graph={graphOf(found, flow.data)} />}</QueryView>
    </Page>
  );
}
