import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.ts';

/** What a person is told about an error, in his language; codes without a text of their own say what the service said. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    const { code, title } = problemOf(error);
    return i18n.exists(code, { ns: 'problems' }) ? t(code as 'unexpected') : title;
  };
}
