import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.ts';
import { ConflictDialog } from '../editing/conflict-dialog.tsx';
import { useFields } from '../editing/use-fields.ts';
import { useSaving } from '../editing/use-saving.ts';
import { useApi } from '../shell/shop.context.ts';
import { say } from '../shell/states/notices.ts';
import { ProblemAlert } from '../shell/states/problem-alert.tsx';
import { type Customer, customerRules, fieldsOf, inputOf } from './customer.ts';
import { customerQuery, replace } from './customer.http.ts';
import { CustomerFields } from './customer-fields.tsx';

export function EditCustomer({ customer, isOwn }: { customer: Customer; isOwn?: boolean }) {
  const { t } = useTranslation('form');
  const api = useApi();
  const client = useQueryClient();
  const query = customerQuery(api, customer.customerId);
  const saving = useSaving({
    current: customer,
    queryKey: query.queryKey,
    fieldsOf,
    fetch: () => client.fetchQuery({ ...query, staleTime: 0 }),
    save: (over, fields) => replace(api, over, inputOf(fields)),
    onSaved() {
      void client.invalidateQueries({ queryKey: ['customers', 'search'] });
      void client.invalidateQueries({ queryKey: ['customers', 'all'] });
      say(t('saved'));
    },
  });
  const form = useFields(customerRules, saving.fields, saving.setFields, fieldErrors(saving.error));
  return (
    <form onSubmit={form.submit(saving.save)} noValidate>
      <Stack>
        <CustomerFields form={form} isOwn={isOwn} />
        {saving.error && <ProblemAlert error={saving.error} />}
        <Group justify="space-between">
          <Button variant="subtle" color="gray" disabled={!saving.isChanged} onClick={saving.reset}>
            {t('undo')}
          </Button>
          <Button type="submit" loading={saving.isBusy}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
      <ConflictDialog {...saving} />
    </form>
  );
}
