import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../conflict/merge.ts';
import { CURRENCIES, faultsIn, LENGTHS, type ProductField } from './product.ts';

interface Props {
  fields: Fields;
  onChange: (fields: Fields) => void;
  onSave: () => void;
  /** By field, as the service said them. */
  refused: Record<string, string>;
  isBusy: boolean;
  save: string;
  children?: ReactNode;
}

/** With a field for the id where there is one among the fields. */
export function ProductForm({ fields, onChange, onSave, refused, isBusy, save, children }: Props) {
  const { t } = useTranslation('desk');
  const [isChecked, setChecked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = isChecked ? faultsIn(fields) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    const [first] = Object.keys(faultsIn(fields));
    if (first === undefined) return onSave();
    form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const input = (field: ProductField) => {
    const fault = faults[field];
    return {
      name: field,
      label: t(`field.${field}`),
      error: fault ? t(`fault.${fault}`) : refused[field],
      value: fields[field] ?? '',
      maxLength: LENGTHS[field],
      autoComplete: 'off',
      onChange: (event: { currentTarget: { value: string } }) =>
        onChange({ ...fields, [field]: event.currentTarget.value }),
    };
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {'productId' in fields && <TextInput {...input('productId')} description={t('products.idHelp')} />}
        <TextInput {...input('name')} required withAsterisk={false} data-autofocus />
        <TextInput {...input('category')} required withAsterisk={false} />
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <TextInput {...input('price.amount')} required withAsterisk={false} inputMode="decimal" />
          <Select
            {...input('price.currency')}
            data={[...new Set([...CURRENCIES, fields['price.currency'] ?? 'CHF'])]}
            onChange={(value) => onChange({ ...fields, 'price.currency': value ?? 'CHF' })}
            allowDeselect={false}
            w="7rem"
            flex="none"
          />
        </Group>
        <Textarea {...input('description')} autosize minRows={3} maxRows={12} />
        <Group justify="space-between">
          {children ?? <span />}
          <Button type="submit" loading={isBusy}>
            {save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
