import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function TracesPage() {
  const { t } = useTranslation('trace');
  return <Page title={t('traces.title')} />;
}
