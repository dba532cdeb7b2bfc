import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { piecesIn } from '../../editing/pieces.ts';
import classes from './pieces-field.module.css';

interface Props extends Omit<TextInputProps, 'onChange' | 'value'> {
  /** Of what. */
  name: string;
  /** As it is typed, whatever it is. */
  value: string;
  onChange: (text: string) => void;
  most: number;
}

/** Pieces as text, so that what stands there is what was typed; and a step more or less. */
export function PiecesField({ name, value, onChange, most, ...rest }: Props) {
  const { t } = useTranslation('shop');
  const pieces = piecesIn(value, most);
  const step = (by: 1 | -1, isPossible: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={26}
      className={classes.step}
      disabled={!isPossible}
      aria-label={t(by > 0 ? 'basket.oneMore' : 'basket.oneLess', { name })}
      onClick={() => onChange(`${pieces! + by}`)}
    >
      {by > 0 ? <IconPlus size={15} aria-hidden /> : <IconMinus size={15} aria-hidden />}
    </ActionIcon>
  );
  return (
    <TextInput
      {...rest}
      errorProps={{ role: 'alert' }}
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      leftSection={step(-1, pieces !== undefined && pieces > 1)}
      leftSectionPointerEvents="auto"
      rightSection={step(1, pieces !== undefined && pieces < most)}
      rightSectionPointerEvents="auto"
      classNames={{ wrapper: classes.field, input: classes.input, error: classes.error }}
    />
  );
}
