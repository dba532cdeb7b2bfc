import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import type { Product } from '../products/product.ts';
import { ReceiptForm } from './receipt-form.tsx';
import { StockList } from './stock-list.tsx';

const TYPING_MS = 150;

/** What is in the warehouse, as it changes, and what comes in. */
export default function StockPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), TYPING_MS);
  const [receiving, receive] = useState<Product>();
  const close = () => receive(undefined);
  return (
    <Page title={t('stock.title')} lead={t('stock.lead')}>
      <TextInput
        type="search"
        label={t('products.search')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        leftSection={<IconSearch size={18} aria-hidden />}
        size="md"
        maw="34rem"
        maxLength={200}
        autoComplete="off"
      />
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
