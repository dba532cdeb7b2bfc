import { Alert, Card, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconPackageOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../api/problem.ts';
import { ButtonLink, TextLink } from '../shell/links.tsx';
import { Page } from '../shell/page.tsx';
import { usePerson } from '../shell/shop.context.ts';
import { Empty } from '../shell/states/empty.tsx';
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
  if (hasCode(trace.error, 'order-not-found')) return <NoSuchOrder />;
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

function NoSuchOrder() {
  const { t } = useTranslation('trace');
  const isOwn = usePerson().customerId !== undefined;
  return (
    <Page title={t('orderTitle')}>
      <Empty
        icon={IconPackageOff}
        title={t(isOwn ? 'noSuchOrderOfYours' : 'noSuchOrder')}
        action={<ButtonLink to="/trace">{t('another')}</ButtonLink>}
      />
    </Page>
  );
}
