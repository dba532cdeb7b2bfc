import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../links.tsx';
import { Page } from '../page.tsx';
import { Empty } from './empty.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty icon={IconMapQuestion} title={t('notFound.what')} action={<ButtonLink to="/">{t('toStart')}</ButtonLink>}>
        {t('notFound.why')}
      </Empty>
    </Page>
  );
}
