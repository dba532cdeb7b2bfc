import { Button, Drawer } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';
import { SearchField } from '../search-field.tsx';
import { EditProduct } from './edit-product.tsx';
import { NewProductForm } from './new-product.tsx';
import type { Product } from './product.ts';
import { ProductList } from './product-list.tsx';

const route = getRouteApi('/clerk/desk/products');

export default function ProductsPage() {
  const { t } = useTranslation('desk');
  const { t: shell } = useTranslation();
  const { q = '' } = route.useSearch();
  const [open, setOpen] = useState<Product | 'new'>();
  const close = () => setOpen(undefined);
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('products.new')}
    </Button>
  );
  return (
    <Page title={t('products.title')} lead={t('products.lead')} actions={add}>
      <SearchField label={t('products.search')} />
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
