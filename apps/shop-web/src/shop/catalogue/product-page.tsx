import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { productQuery } from '../../product/product.http.ts';
import { TextLink } from '../../shell/links.tsx';
import { Page } from '../../shell/page.tsx';
import { useApi } from '../../shell/shop.context.ts';
import { QueryView } from '../../shell/states/query-view.tsx';
import { LiveShop } from '../live-shop.tsx';
import { ProductDetail, ProductDetailLoading } from './product-detail.tsx';

export default function ProductPage() {
  const { t } = useTranslation('shop');
  const { productId } = useParams({ from: '/shopper/products/$productId' });
  const query = useQuery(productQuery(useApi(), productId));
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
