import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../../api/problem.ts';
import { ConflictDialog } from '../../editing/conflict-dialog.tsx';
import { useFields } from '../../editing/use-fields.ts';
import { useSaving } from '../../editing/use-saving.ts';
import { productQuery } from '../../product/product.http.ts';
import { useApi } from '../../shell/shop.context.ts';
import { useConfirm } from '../../shell/states/confirm.tsx';
import { say } from '../../shell/states/notices.ts';
import { ProblemAlert } from '../../shell/states/problem-alert.tsx';
import classes from '../desk.module.css';
import { fieldsOf, fieldsRefused, inputOf, type Product, productRules } from './product.ts';
import { ProductFields } from './product-fields.tsx';
import { remove, replace } from './products.http.ts';

export function EditProduct({ product, onDone }: { product: Product; onDone: () => void }) {
  const { t } = useTranslation(['desk', 'form']);
  const api = useApi();
  const client = useQueryClient();
  const query = productQuery(api, product.productId);
  const listAgain = () => void client.invalidateQueries({ queryKey: ['products'] });
  const saving = useSaving({
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
  const refused = fieldsRefused(fieldErrors(saving.error));
  const form = useFields(productRules, saving.fields, saving.setFields, refused);
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
      <form onSubmit={form.submit(saving.save)} noValidate>
        <Stack>
          <ProductFields form={form} fields={saving.fields} />
          {saving.error && <ProblemAlert error={saving.error} />}
          <Group justify="space-between">
            <Button variant="light" color="ember" leftSection={<IconTrash size={17} aria-hidden />} onClick={ask}>
              {t('products.delete')}
            </Button>
            <Button type="submit" loading={saving.isBusy}>
              {t('form:save')}
            </Button>
          </Group>
        </Stack>
      </form>
      {dialog}
      <ConflictDialog {...saving} />
    </Stack>
  );
}
