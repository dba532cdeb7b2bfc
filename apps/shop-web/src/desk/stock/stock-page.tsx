import { Modal } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import type { Product } from '../products/product.ts';
import { SearchField } from '../search-field.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { StockList } from './stock-list.tsx';

const route = getRouteApi('/clerk/desk/stock');

/** What is in the warehouse, as it changes, and what comes in. */
export default function StockPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const { q = '' } = route.useSearch();
  const [receiving, receive] = useState<Product>();
  const close = () => receive(undefined);
  return (
    <Page title={t('stock.title')} lead={t('stock.lead')}>
      <SearchField label={t('products.search')} />
      <StockList q={q} onReceive={receive} />
      <Modal
        opened={receiving !== undefined}
        onClose={close}
        title={t('stock.receive')}
        closeButtonProps={{ 'aria-label': shell('close') }}
      >
        {receiving && <ReceiptForm product={receiving} onDone={close} />}
      </Modal>
    </Page>
  );
}
