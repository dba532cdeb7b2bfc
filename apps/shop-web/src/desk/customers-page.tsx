import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function CustomersPage() {
  const { t } = useTranslation('desk');
  return <Page title={t('customers.title')} />;
}
