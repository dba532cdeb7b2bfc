import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useKeyring } from '../../api/use-keyring.ts';
import { useFields } from '../../editing/use-fields.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { fieldsRefused, newInputOf, newProduct, productRules } from './product.ts';
import { ProductFields } from './product-fields.tsx';
import { create } from './products.http.ts';

export function NewProductForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const keyOf = useKeyring();
  const [fields, setFields] = useState(newProduct);
  const add = useMutation({
    mutationFn: () => {
      const body = newInputOf(fields);
      return create(api, body, keyOf(body));
    },
    async onSuccess({ name }) {
      say(t('products.added', { name }));
      onDone();
      await client.invalidateQueries({ queryKey: ['products'] });
    },
  });
  const form = useFields(productRules, fields, setFields, fieldsRefused(fieldErrors(add.error)));
  return (
    <form onSubmit={form.submit(add.mutate)} noValidate>
      <Stack>
        <ProductFields form={form} fields={fields} />
        {add.error && <ProblemAlert error={add.error} />}
        <Button type="submit" loading={add.isPending} ml="auto">
          {t('products.add')}
        </Button>
      </Stack>
    </form>
  );
}
