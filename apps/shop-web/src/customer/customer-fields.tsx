import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Form } from '../editing/use-fields.ts';
import { CATEGORIES, type CustomerField } from './customer.ts';

/** What browsers know of whoever sits before them. */
const OWN: Partial<Record<CustomerField, string>> = {
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  'address.street': 'street-address',
  'address.postalCode': 'postal-code',
  'address.city': 'address-level2',
  'address.country': 'country',
};

interface Props {
  form: Form<CustomerField>;
  /** Of whoever fills it in: the browser helps, and the category, which the shop's people give, is not there. */
  isOwn?: boolean;
}

/** Name and address. */
export function CustomerFields({ form: { input, set }, isOwn = false }: Props) {
  const { t } = useTranslation('form');
  const text = (field: CustomerField) => ({
    ...input(field),
    required: true,
    withAsterisk: false,
    ...(isOwn && { autoComplete: OWN[field] }),
  });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput {...text('firstName')} data-autofocus />
        <TextInput {...text('lastName')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: isOwn ? 1 : 2 }}>
        <TextInput {...text('email')} type="email" />
        {!isOwn && (
          <Select
            {...text('category')}
            data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(value) => set('category', value ?? '')}
            allowDeselect={false}
          />
        )}
      </SimpleGrid>
      <TextInput {...text('address.street')} />
      <SimpleGrid cols={{ base: 2, xs: 3 }}>
        <TextInput {...text('address.postalCode')} />
        <TextInput {...text('address.city')} />
        <TextInput {...text('address.country')} />
      </SimpleGrid>
    </>
  );
}
