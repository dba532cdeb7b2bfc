import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';

export default function OrderPage() {
  const { t } = useTranslation('shop');
  return <Page title={t('order.title')} />;
}
