import { Button, Card, List, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/problem.ts';
import type { Customer } from '../../customer/customer.ts';
import { customerQuery, erase } from '../../customer/customer.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';
import { useLeadingOn } from '../../shell/use-leading-on.ts';

/** Deleting a person, and what that does to everything that knows of him. */
export function EraseCustomer({ customer }: { customer: Customer }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const leadOn = useLeadingOn();
  const { queryKey } = customerQuery(api, customer.customerId);
  const name = `${customer.firstName} ${customer.lastName}`;
  const { dialog, ask } = useConfirm({
    title: t('erase.title', { name }),
    confirm: t('erase.confirm'),
    children: (
      <Stack gap="sm">
        <Text>{t('erase.lead')}</Text>
        <List spacing="xs">
          <List.Item>{t('erase.tombstone')}</List.Item>
          <List.Item>{t('erase.views')}</List.Item>
          <List.Item>{t('erase.orders')}</List.Item>
          <List.Item>{t('erase.log')}</List.Item>
        </List>
        <Text fw={600}>{t('erase.forGood')}</Text>
      </Stack>
    ),
    async onConfirm() {
      await erase(api, customer.customerId, customer.version).catch((error: unknown) => {
        if (hasCode(error, 'version-conflict')) void client.invalidateQueries({ queryKey });
        throw error;
      });
      say(t('erase.done', { name }));
      await leadOn({ to: '/desk/customers' });
      client.removeQueries({ queryKey });
      await client.invalidateQueries({ queryKey: ['customers'] });
    },
  });
  return (
    <Card withBorder component="section" aria-labelledby="erase-customer">
      <Stack gap="sm" align="flex-start">
        <Title order={2} id="erase-customer">
          {t('erase.section')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('erase.short')}
        </Text>
        <Button variant="light" color="ember" leftSection={<IconTrash size={17} aria-hidden />} onClick={ask}>
          {t('erase.button')}
        </Button>
      </Stack>
      {dialog}
    </Card>
  );
}
