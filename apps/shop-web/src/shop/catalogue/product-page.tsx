import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LiveShop } from '../live-shop.tsx';
import { Page } from '../../shell/page.tsx';
import { TextLink } from '../../shell/links.tsx';
import { QueryView } from '../../shell/states/query-view.tsx';
import { ProductDetail, ProductDetailLoading } from './product-detail.tsx';
import { useProduct } from './products.queries.ts';

export default function ProductPage() {
  const { t } = useTranslation('shop');
  const { productId } = useParams({ from: '/shopper/products/$productId' });
  const query = useProduct(productId);
  return (
    <LiveShop>
      {(state) => (
        <Page title={query.data?.name ?? t('product.title')} lead={<TextLink to="/">{t('product.back')}</TextLink>}>
          <QueryView query={query} loading={<ProductDetailLoading />}>
            {(product) => <ProductDetail product={product} state={state} />}
          </QueryView>
        </Page>
      )}
    </LiveShop>
  );
}
