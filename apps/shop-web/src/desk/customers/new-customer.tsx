import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { useLeadingOn } from '../../shell/use-leading-on.ts';
import { useKeys } from '../seen/use-keys.ts';
import { inputOf, newCustomer } from './customer.ts';
import { CustomerForm } from './customer-form.tsx';
import { customerQuery, register } from './customers.http.ts';

export function NewCustomer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const leadOn = useLeadingOn();
  const keys = useKeys();
  const [fields, setFields] = useState(newCustomer);
  const add = useMutation({
    mutationFn: () => {
      const body = inputOf(fields);
      return register(api, body, keys.keyFor(body));
    },
    async onSuccess(customer) {
      client.setQueryData(customerQuery(api, customer.customerId).queryKey, customer);
      void client.invalidateQueries({ queryKey: ['customers'] });
      say(t('customers.added', { name: `${customer.firstName} ${customer.lastName}` }));
      onDone();
      await leadOn({ to: '/desk/customers/$id', params: { id: customer.customerId } });
    },
  });
  return (
    <Stack>
      <CustomerForm
        fields={fields}
        onChange={setFields}
        onSave={() => add.mutate()}
        refused={fieldErrors(add.error)}
        isBusy={add.isPending}
        save={t('customers.add')}
      />
      {add.error && <ProblemAlert error={add.error} />}
    </Stack>
  );
}
