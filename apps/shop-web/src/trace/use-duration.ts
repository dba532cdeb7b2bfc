import { useFormats } from '../i18n/use-formats.ts';
import { durationIn } from './duration.ts';

/** Milliseconds in the language that is spoken now. */
export function useDuration(): (ms: number) => string {
  const { number } = useFormats();
  return (ms) => {
    const { value, unit } = durationIn(ms);
    return number(value, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: 3 });
  };
}
