import { Button, List, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { hasCode } from '../../api/problem.ts';
import type { Customer } from '../../customer/customer.ts';
import { customerQuery, erase } from '../../customer/customer.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';

export function DeleteMe({ customer: { customerId } }: { customer: Customer }) {
  const { t } = useTranslation('shop');
  const api = useApi();
  const queries = useQueryClient();
  const { dialog, ask } = useConfirm({
    title: t('erase.title'),
    children: (
      <>
        <Text>{t('erase.what')}</Text>
        <List size="sm" spacing={4}>
          <List.Item>{t('erase.gone')}</List.Item>
          <List.Item>{t('erase.stays')}</List.Item>
          <List.Item>{t('erase.account')}</List.Item>
        </List>
        <Text fw={600}>{t('erase.final')}</Text>
      </>
    ),
    confirm: t('erase.confirm'),
    async onConfirm() {
      try {
        await erase(api, customerId);
      } catch (error) {
        if (!hasCode(error, 'customer-not-found')) throw error; // deleted already: what was wished for
      }
      queries.setQueryData(customerQuery(api, customerId).queryKey, null);
      say(t('erase.done'));
    },
  });
  return (
    <section>
      <Title order={2} mb="xs">
        {t('erase.heading')}
      </Title>
      <Text c="dimmed" maw="42rem" mb="md">
        {t('erase.lead')}
      </Text>
      <Button variant="outline" color="ember" onClick={ask}>
        {t('erase.ask')}
      </Button>
      {dialog}
    </section>
  );
}
