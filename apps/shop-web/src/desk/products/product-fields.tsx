import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../editing/fields.ts';
import type { Form } from '../../editing/use-fields.ts';
import { CURRENCIES, type ProductField } from './product.ts';

/** With one for the id where there is one among the fields. */
export function ProductFields({ form: { input, set }, fields }: { form: Form<ProductField>; fields: Fields }) {
  const { t } = useTranslation('desk');
  const needed = { required: true, withAsterisk: false };
  return (
    <>
      {'productId' in fields && <TextInput {...input('productId')} description={t('products.idHelp')} />}
      <TextInput {...input('name')} {...needed} data-autofocus />
      <TextInput {...input('category')} {...needed} />
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <TextInput {...input('price.amount')} {...needed} inputMode="decimal" />
        <Select
          {...input('price.currency')}
          data={[...new Set([...CURRENCIES, fields['price.currency'] ?? 'CHF'])]}
          onChange={(value) => set('price.currency', value ?? 'CHF')}
          allowDeselect={false}
          w="7rem"
          flex="none"
        />
      </Group>
      <Textarea {...input('description')} autosize minRows={3} maxRows={12} />
    </>
  );
}
