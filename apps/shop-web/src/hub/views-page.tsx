import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function ViewsPage() {
  const { t } = useTranslation('hub');
  return <Page title={t('views.title')} />;
}
