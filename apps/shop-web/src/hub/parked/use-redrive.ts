import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shell/shop.context.ts';
import { say, warn } from '../../shell/states/notices.ts';
import { useProblemText } from '../../shell/states/problem-text.ts';
import { opsOf, type What } from './ops.http.ts';

/** Handles parked messages again and says what became of them. */
export function useRedrive(service: string) {
  const { t } = useTranslation('hub');
  const text = useProblemText();
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: What) => opsOf(api, service).redrive(what),
    onSuccess({ handled, failed, left }) {
      if (failed > 0) return warn(t('parked.failedAgain', { handled, left }));
      say(t('parked.redriven', { count: handled }));
    },
    onError: (error) => warn(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['ops', service] }),
  });
}
