import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { AllCustomers } from './all-customers.tsx';
import { FoundCustomers } from './found-customers.tsx';
import { NewCustomer } from './new-customer.tsx';

const route = getRouteApi('/clerk/desk/customers');
const TYPING_MS = 120;

/** Customers: found by whatever is remembered of them, or all, oldest first. */
export default function CustomersPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const { q = '' } = route.useSearch();
  const navigate = useNavigate();
  const [text, setText] = useState(q);
  const [wanted] = useDebouncedValue(text.trim(), TYPING_MS);
  const [isNew, { open, close }] = useDisclosure(false);
  useEffect(() => {
    if (wanted !== q)
      void navigate({ to: '/desk/customers', search: wanted === '' ? {} : { q: wanted }, replace: true });
  }, [wanted, q, navigate]);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('customers.new')}
    </Button>
  );
  return (
    <Page title={t('customers.title')} lead={t('customers.lead')} actions={add}>
      <TextInput
        type="search"
        label={t('customers.search')}
        description={t('customers.searchHelp')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        leftSection={<IconSearch size={18} aria-hidden />}
        size="md"
        maw="34rem"
        maxLength={200}
        autoComplete="off"
      />
      {wanted === '' ? <AllCustomers onNew={open} /> : <FoundCustomers q={wanted} />}
      <Modal
        opened={isNew}
        onClose={close}
        title={t('customers.new')}
        size="lg"
        closeButtonProps={{ 'aria-label': shell('close') }}
      >
        <NewCustomer onDone={close} />
      </Modal>
    </Page>
  );
}
