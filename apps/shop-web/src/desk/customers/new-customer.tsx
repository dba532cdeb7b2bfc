import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useKeyring } from '../../api/use-keyring.ts';
import { customerRules, inputOf, newCustomer } from '../../customer/customer.ts';
import { customerQuery, register } from '../../customer/customer.http.ts';
import { CustomerFields } from '../../customer/customer-fields.tsx';
import { useFields } from '../../editing/use-fields.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { useLeadingOn } from '../../shell/use-leading-on.ts';

export function NewCustomer({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const leadOn = useLeadingOn();
  const keyOf = useKeyring();
  const [fields, setFields] = useState(newCustomer);
  const add = useMutation({
    mutationFn: () => {
      const body = inputOf(fields);
      return register(api, body, keyOf(body));
    },
    async onSuccess(customer) {
      client.setQueryData(customerQuery(api, customer.customerId).queryKey, customer);
      void client.invalidateQueries({ queryKey: ['customers'] });
      say(t('customers.added', { name: `${customer.firstName} ${customer.lastName}` }));
      onDone();
      await leadOn({ to: '/desk/customers/$id', params: { id: customer.customerId } });
    },
  });
  const form = useFields(customerRules, fields, setFields, fieldErrors(add.error));
  return (
    <form onSubmit={form.submit(add.mutate)} noValidate>
      <Stack>
        <CustomerFields form={form} />
        {add.error && <ProblemAlert error={add.error} />}
        <Button type="submit" loading={add.isPending} ml="auto">
          {t('customers.add')}
        </Button>
      </Stack>
    </form>
  );
}
