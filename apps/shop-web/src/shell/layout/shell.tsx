import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineBanner } from '../states/offline-banner.tsx';
import { PageLoading } from '../states/page-loading.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import classes from './shell.module.css';

/** What is around every page. */
export function Shell() {
  const { t } = useTranslation();
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      <Header />
      <OfflineBanner />
      <main id="content" tabIndex={-1} className={classes.content}>
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
    </div>
  );
}
