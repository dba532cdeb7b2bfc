import { useTranslation } from 'react-i18next';
import { Page } from '../../shell/page.tsx';

export default function ProfilePage() {
  const { t } = useTranslation('shop');
  return <Page title={t('profile.title')} />;
}
