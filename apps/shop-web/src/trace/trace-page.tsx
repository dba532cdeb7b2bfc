import { useTranslation } from 'react-i18next';
import { Page } from '../shell/page.tsx';

export default function TracePage() {
  const { t } = useTranslation('trace');
  return <Page title={t('trace.title')} />;
}
