import { useTranslation } from 'react-i18next';

/** What fields are called. */
export function useLabels(): (field: string) => string {
  const { t } = useTranslation('form');
  return (field) => t(`field.${field}` as 'field.name'); // every form's fields have a text
}
