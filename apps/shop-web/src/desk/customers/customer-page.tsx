import { Card, Grid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EditCustomer } from '../../customer/edit-customer.tsx';
import { customerQuery } from '../../customer/customer.http.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { ButtonLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { Empty } from '../../shell/states/empty.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import { EraseCustomer } from './erase-customer.tsx';

const route = getRouteApi('/clerk/desk/customers/$id');

export default function CustomerPage() {
  const { t } = useTranslation('desk');
  const { dateTime } = useFormats();
  const { id } = route.useParams();
  const customer = useQuery(customerQuery(useApi(), id));
  const { data } = customer;
  const back = (
    <ButtonLink to="/desk/customers" variant="default">
      {t('customer.back')}
    </ButtonLink>
  );
  if (data === null) {
    return (
      <Page title={t('customer.title')}>
        <Empty icon={IconUserOff} title={t('customer.gone')} action={back}>
          {t('customer.goneText')}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={data ? `${data.firstName} ${data.lastName}` : t('customer.title')} lead={id} actions={back}>
      <QueryView query={customer}>
        {(found) =>
          found && (
            <Grid gap="lg">
              <Grid.Col span={{ base: 12, md: 7 }}>
                <Card withBorder component="section" aria-labelledby="customer-data">
                  <Stack>
                    <Title order={2} id="customer-data">
                      {t('customer.data')}
                    </Title>
                    <EditCustomer key={found.customerId} customer={found} />
                    <Text size="xs" c="dimmed">
                      {t('customer.version', { version: found.version, time: dateTime(found.updatedAt) })}
                    </Text>
                  </Stack>
                </Card>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 5 }}>
                <Stack>
                  <CustomerOrders customerId={found.customerId} />
                  <EraseCustomer customer={found} />
                </Stack>
              </Grid.Col>
            </Grid>
          )
        }
      </QueryView>
    </Page>
  );
}
