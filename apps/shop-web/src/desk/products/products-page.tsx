import { Button, Drawer, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { EditProduct } from './edit-product.tsx';
import { NewProductForm } from './new-product.tsx';
import type { Product } from './product.ts';
import { ProductList } from './product-list.tsx';

const TYPING_MS = 150;

export default function ProductsPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), TYPING_MS);
  const [open, setOpen] = useState<Product | 'new'>();
  const close = () => setOpen(undefined);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('products.new')}
    </Button>
  );
  return (
    <Page title={t('products.title')} lead={t('products.lead')} actions={add}>
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
      <ProductList q={q} onOpen={setOpen} onNew={() => setOpen('new')} />
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="right"
        size="lg"
        title={open === 'new' ? t('products.new') : t('products.edit')}
        closeButtonProps={{ 'aria-label': shell('close') }}
      >
        {open === 'new' && <NewProductForm onDone={close} />}
        {open !== undefined && open !== 'new' && <EditProduct key={open.productId} product={open} onDone={close} />}
      </Drawer>
    </Page>
  );
}
