import { Button, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../conflict/merge.ts';
import { CATEGORIES, type CustomerField, faultsIn, LENGTHS } from './customer.ts';

interface Props {
  fields: Fields;
  onChange: (fields: Fields) => void;
  onSave: () => void;
  /** By field, as the service said them. */
  refused: Record<string, string>;
  isBusy: boolean;
  save: string;
  /** Beside the button. */
  children?: ReactNode;
}

const COMPLETE: Partial<Record<CustomerField, string>> = {
  ...{ firstName: 'off', lastName: 'off', email: 'off' },
};

export function CustomerForm({ fields, onChange, onSave, refused, isBusy, save, children }: Props) {
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
  const input = (field: CustomerField) => {
    const fault = faults[field];
    return {
      name: field,
      label: t(`field.${field}`),
      error: fault ? t(`fault.${fault}`) : refused[field],
      value: fields[field] ?? '',
      required: true,
      withAsterisk: false,
      autoComplete: COMPLETE[field] ?? 'off',
    };
  };
  const text = (field: CustomerField) => ({
    ...input(field),
    maxLength: LENGTHS[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...fields, [field]: event.currentTarget.value }),
  });
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...text('firstName')} data-autofocus />
          <TextInput {...text('lastName')} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput {...text('email')} type="email" />
          <Select
            {...input('category')}
            data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(value) => onChange({ ...fields, category: value ?? '' })}
            allowDeselect={false}
          />
        </SimpleGrid>
        <TextInput {...text('address.street')} />
        <SimpleGrid cols={{ base: 2, xs: 3 }}>
          <TextInput {...text('address.postalCode')} />
          <TextInput {...text('address.city')} />
          <TextInput {...text('address.country')} />
        </SimpleGrid>
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
