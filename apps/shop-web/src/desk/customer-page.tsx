import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function CustomerPage() {
  const { t } = useTranslation('desk');
  return <Page title={t('customer.title')} />;
}
