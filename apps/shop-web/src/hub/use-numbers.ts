import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';

/** Counts and rates as the hub shows them; what is not known is a dash. */
export function useNumbers() {
  const { t } = useTranslation('hub');
  const { number } = useFormats();
  return {
    count: (value: number | null | undefined) => (value == null ? '–' : number(value)),
    rate: (perSecond: number | null | undefined) =>
      perSecond == null
        ? '–'
        : t('perSecond', { rate: number(perSecond, { maximumFractionDigits: perSecond < 10 ? 1 : 0 }) }),
    percent: (part: number | null | undefined) =>
      part == null ? '–' : number(Math.floor(part * 1_000) / 1_000, { style: 'percent', maximumFractionDigits: 1 }),
    seconds: (value: number | null | undefined) =>
      value == null
        ? '–'
        : number(value, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 }),
  };
}
