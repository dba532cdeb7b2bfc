import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault, Faults, Fields, Rules } from './fields.ts';
import { useLabels } from './use-labels.ts';

type Change = { currentTarget: { value: string } };

/**
 * The inputs of a form. Faults are said once somebody has wanted to save, and the first of them gets the focus; `refused` is
 * the code of the rule that the service has found broken, by field.
 */
export function useFields<Name extends string>(
  { lengths, faultsIn }: Rules<Name>,
  fields: Fields,
  onChange: (fields: Fields) => void,
  refused: Record<string, string>,
) {
  const { t, i18n } = useTranslation('form');
  const label = useLabels();
  const [isTried, setTried] = useState(false);
  const faults: Faults<Name> = isTried ? faultsIn(fields) : {};
  const refusal = (code: string) =>
    t(i18n.exists(`form:refused.${code}`) ? `refused.${code as 'other'}` : 'refused.other');
  const set = (name: Name, value: string) => onChange({ ...fields, [name]: value });
  const input = (name: Name) => {
    const fault: Fault | undefined = faults[name];
    const code = refused[name];
    return {
      name,
      label: label(name),
      error: fault ? t(`fault.${fault}`) : code && refusal(code),
      value: fields[name] ?? '',
      maxLength: lengths[name],
      autoComplete: 'off',
      onChange: ({ currentTarget: { value } }: Change) => set(name, value),
    };
  };
  const submit = (save: () => void) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(faultsIn(fields));
    if (first === undefined) return save();
    event.currentTarget.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  return { input, set, submit };
}

export type Form<Name extends string> = ReturnType<typeof useFields<Name>>;
