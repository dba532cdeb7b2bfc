import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';

export default function OrdersPage() {
  const { t } = useTranslation('shop');
  return <Page title={t('orders.title')} />;
}
