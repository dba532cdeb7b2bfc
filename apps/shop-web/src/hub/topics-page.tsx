import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function TopicsPage() {
  const { t } = useTranslation('hub');
  return <Page title={t('topics.title')} />;
}
