import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { useSaving } from '../conflict/use-saving.ts';
import { type Customer, type CustomerField, fieldsOf, inputOf } from './customer.ts';
import { CustomerForm } from './customer-form.tsx';
import { customerQuery, replace } from './customers.http.ts';

export function EditCustomer({ customer }: { customer: Customer }) {
  const { t } = useTranslation('desk');
  const { dateTime } = useFormats();
  const api = useApi();
  const client = useQueryClient();
  const query = customerQuery(api, customer.customerId);
  const form = useSaving({
    current: customer,
    queryKey: query.queryKey,
    fieldsOf,
    fetch: () => client.fetchQuery({ ...query, staleTime: 0 }),
    save: (over, fields) => replace(api, over, inputOf(fields)),
    onSaved() {
      void client.invalidateQueries({ queryKey: ['customers', 'search'] });
      void client.invalidateQueries({ queryKey: ['customers', 'all'] });
      say(t('customer.saved'));
    },
  });
  return (
    <Stack>
      <CustomerForm
        fields={form.fields}
        onChange={form.setFields}
        onSave={form.save}
        refused={fieldErrors(form.error)}
        isBusy={form.isBusy}
        save={t('save')}
      >
        <Button variant="subtle" color="gray" disabled={!form.isChanged} onClick={form.reset}>
          {t('undo')}
        </Button>
      </CustomerForm>
      {form.error && <ProblemAlert error={form.error} />}
      <Text size="xs" c="dimmed">
        {t('customer.version', { version: customer.version, time: dateTime(customer.updatedAt) })}
      </Text>
      <ConflictDialog
        conflict={form.conflict}
        label={(field) => t(`field.${field as CustomerField}`)}
        isBusy={form.isBusy}
        onSave={form.resolve}
        onClose={form.postpone}
        onTakeTheirs={form.takeTheirs}
      />
    </Stack>
  );
}
