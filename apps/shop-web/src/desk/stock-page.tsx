import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function StockPage() {
  const { t } = useTranslation('desk');
  return <Page title={t('stock.title')} />;
}
