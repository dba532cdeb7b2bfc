import { Alert, Card, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../shell/links.tsx';
import { Page } from '../shell/page.tsx';
import { QueryView } from '../shell/states/query-view.tsx';
import { TimeLine } from './time-line.tsx';
import { TraceSummary } from './trace-summary.tsx';
import { useOrderTrace } from './order-trace.http.ts';

const route = getRouteApi('/shopper/trace/$orderId');

/** Everything that one order caused. It fills by itself while the order is on its way. */
export default function OrderTracePage() {
  const { orderId } = route.useParams();
  const { t } = useTranslation('trace');
  const { trace, stream } = useOrderTrace(orderId);
  const order = (
    <TextLink to="/orders/$orderId" params={{ orderId }} ff="monospace" size="sm">
      {orderId}
    </TextLink>
  );
  return (
    <Page title={t('orderTitle')} lead={order}>
      <QueryView query={trace}>
        {(found) => (
          <>
            <TraceSummary trace={found} stream={stream} />
            {found.truncated && <Alert color="yellow">{t('truncated')}</Alert>}
            <Card withBorder padding={0} style={{ overflow: 'visible' }}>
              {found.steps.length === 0 ? <Text p="lg">{t('nothingYet')}</Text> : <TimeLine trace={found} />}
            </Card>
          </>
        )}
      </QueryView>
    </Page>
  );
}
