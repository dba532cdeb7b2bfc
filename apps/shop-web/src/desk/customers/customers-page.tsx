import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { SearchField } from '../search-field.tsx';
import { AllCustomers } from './all-customers.tsx';
import { FoundCustomers } from './found-customers.tsx';
import { NewCustomer } from './new-customer.tsx';

const route = getRouteApi('/clerk/desk/customers');

/** Customers: found by whatever is remembered of them, or all, oldest first. */
export default function CustomersPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const { q = '' } = route.useSearch();
  const [isNew, { open, close }] = useDisclosure(false);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('customers.new')}
    </Button>
  );
  return (
    <Page title={t('customers.title')} lead={t('customers.lead')} actions={add}>
      <SearchField label={t('customers.search')} description={t('customers.searchHelp')} />
      {q === '' ? <AllCustomers onNew={open} /> : <FoundCustomers q={q} />}
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
