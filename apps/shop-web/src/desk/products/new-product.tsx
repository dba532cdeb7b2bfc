import { Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useApi } from '../../shell/shop.context.ts';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { useKeys } from '../seen/use-keys.ts';
import { fieldsRefused, newInputOf, newProduct } from './product.ts';
import { ProductForm } from './product-form.tsx';
import { create } from './products.http.ts';

export function NewProductForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const keys = useKeys();
  const [fields, setFields] = useState(newProduct);
  const add = useMutation({
    mutationFn: () => {
      const body = newInputOf(fields);
      return create(api, body, keys.keyFor(body));
    },
    async onSuccess({ name }) {
      say(t('products.added', { name }));
      onDone();
      await client.invalidateQueries({ queryKey: ['products'] });
    },
  });
  return (
    <Stack>
      <ProductForm
        fields={fields}
        onChange={setFields}
        onSave={() => add.mutate()}
        refused={fieldsRefused(fieldErrors(add.error))}
        isBusy={add.isPending}
        save={t('products.add')}
      />
      {add.error && <ProblemAlert error={add.error} />}
    </Stack>
  );
}
