import { useMutation, useQuery } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { mayPass } from '../../api/problem.ts';
import { Page } from '../page.tsx';
import { readConfig } from '../session/config.http.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { mayReload, reload } from './reload.process.ts';

const AGAIN_MS = 3_000;

/** A page that could not be shown, in its place. */
export function PageError(props: ErrorComponentProps) {
  return mayPass(props.error) ? <Away {...props} /> : <Broken {...props} />;
}

function Broken({ error, reset }: ErrorComponentProps) {
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

/** Its code did not come. As soon as the shop answers it is loaded anew: after a new release it is called otherwise, too. */
function Away({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const answers = async () => {
    await mayReload();
    return readConfig();
  };
  const { isSuccess } = useQuery({
    ...{ queryKey: ['the shop answers'], queryFn: answers, retry: true, retryDelay: AGAIN_MS, staleTime: 0, gcTime: 0 },
  });
  useEffect(() => {
    if (isSuccess) reload();
  }, [isSuccess]);
  const { mutate: again, isPending } = useMutation({ mutationFn: readConfig, onSuccess: reload });
  return (
    <Page title={t('pageFailed')} lead={t('pageComes')}>
      <ProblemAlert error={error} onRetry={() => again()} retrying={isPending} />
    </Page>
  );
}
