import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Details, type Field, fields, valueOf, withValue } from './details.ts';

/** What browsers know to fill in by themselves. */
const autoComplete: Record<Field, string> = {
  firstName: 'given-name',
  lastName: 'family-name',
  email: 'email',
  'address.street': 'street-address',
  'address.postalCode': 'postal-code',
  'address.city': 'address-level2',
  'address.country': 'country',
};

interface Props {
  details: Details;
  onChange: (details: Details) => void;
  /** By the names of the fields, as `fieldErrors()` finds them. */
  errors: Record<string, string>;
  disabled?: boolean;
}

/** Name and address of a customer. */
export function CustomerFields({ details, onChange, errors, disabled }: Props) {
  const { t } = useTranslation('shop');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(`customer.${field}`)}
          name={field}
          type={field === 'email' ? 'email' : 'text'}
          required
          disabled={disabled}
          maxLength={field === 'address.country' ? 2 : 254}
          autoComplete={autoComplete[field]}
          description={field === 'address.country' ? t('customer.countryHint') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={valueOf(details, field)}
          error={errors[field]}
          onChange={({ currentTarget: { value } }) =>
            onChange(withValue(details, field, field === 'address.country' ? value.toUpperCase() : value))
          }
        />
      ))}
    </SimpleGrid>
  );
}
