import { Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import { ConflictDialog } from '../conflict/conflict-dialog.tsx';
import { useSaving } from '../conflict/use-saving.ts';
import classes from '../desk.module.css';
import { fieldsOf, fieldsRefused, inputOf, type Product, type ProductField } from './product.ts';
import { ProductForm } from './product-form.tsx';
import { productQuery, remove, replace } from './products.http.ts';

export function EditProduct({ product, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const api = useApi();
  const client = useQueryClient();
  const query = productQuery(api, product.productId);
  const listAgain = () => void client.invalidateQueries({ queryKey: ['products'] });
  const form = useSaving({
    current: product,
    queryKey: query.queryKey,
    fieldsOf,
    fetch: () => client.fetchQuery({ ...query, staleTime: 0 }),
    save: (over, fields) => replace(api, over, inputOf(fields)),
    onSaved({ name }) {
      listAgain();
      say(t('products.saved', { name }));
      onDone();
    },
  });
  const { dialog, ask } = useConfirm({
    title: t('products.deleteTitle', { name: product.name }),
    confirm: t('products.delete'),
    children: <Text>{t('products.deleteText')}</Text>,
    async onConfirm() {
      await remove(api, product);
      listAgain();
      say(t('products.deleted', { name: product.name }));
      onDone();
    },
  });
  return (
    <Stack>
      <Text className={classes.id} c="dimmed">
        {product.productId}
      </Text>
      <ProductForm
        fields={form.fields}
        onChange={form.setFields}
        onSave={form.save}
        refused={fieldsRefused(fieldErrors(form.error))}
        isBusy={form.isBusy}
        save={t('save')}
      >
        <Button variant="light" color="ember" leftSection={<IconTrash size={17} aria-hidden />} onClick={ask}>
          {t('products.delete')}
        </Button>
      </ProductForm>
      {form.error && <ProblemAlert error={form.error} />}
      {dialog}
      <ConflictDialog
        conflict={form.conflict}
        label={(field) => t(`field.${field as ProductField}`)}
        isBusy={form.isBusy}
        onSave={form.resolve}
        onClose={form.postpone}
        onTakeTheirs={form.takeTheirs}
      />
    </Stack>
  );
}
