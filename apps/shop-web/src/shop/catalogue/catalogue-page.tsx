import { useTranslation } from 'react-i18next';
import { LiveBadge } from '../../live/live-badge.tsx';
import { Page } from '../../shell/page.tsx';
import { LiveShop } from '../live-shop.tsx';
import { Filters } from './filters.tsx';
import { ProductGrid } from './product-grid.tsx';

export default function CataloguePage() {
  const { t } = useTranslation('shop');
  return (
    <LiveShop>
      {(state) => (
        <Page title={t('catalogue.title')} lead={t('catalogue.lead')} actions={<LiveBadge state={state} />}>
          <Filters />
          <ProductGrid />
        </Page>
      )}
    </LiveShop>
  );
}
