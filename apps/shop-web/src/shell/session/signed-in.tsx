import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../links.tsx';
import { Page } from '../page.tsx';
import { useShop } from '../shop.context.ts';
import { PageLoading } from '../states/page-loading.tsx';
import { ProblemAlert } from '../states/problem-alert.tsx';
import type { Session } from './session.process.ts';

let finishing: Promise<string> | undefined;

/** The code of a sign-in can be used once, but React may run an effect twice. */
const finish = (session: Session): Promise<string> => (finishing ??= session.finishSignIn());

/** Where the identity provider sends people back to. */
export function SignedIn() {
  const { t } = useTranslation();
  const { session } = useShop();
  const { history } = useRouter();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    finish(session).then((returnTo) => history.replace(returnTo), setError);
  }, [session, history]);
  if (error === undefined) return <PageLoading />;
  return (
    <Page title={t('signInFailed')}>
      <ProblemAlert error={error} />
      <div>
        <ButtonLink to="/">{t('toStart')}</ButtonLink>
      </div>
    </Page>
  );
}
