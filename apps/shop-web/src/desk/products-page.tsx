import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function ProductsPage() {
  const { t } = useTranslation('desk');
  return <Page title={t('products.title')} />;
}
