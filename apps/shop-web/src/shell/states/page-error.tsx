import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../page.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** A page that could not be shown; after a new release its code may have moved: loading it again finds it. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('pageFailed')}>
      <ProblemAlert error={error} onRetry={again} />
    </Page>
  );
}
