import { CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  value: string;
  /** What the contract says of the key: `orderId`, or a sentence. */
  of: string | undefined;
  onChange: (key: string) => void;
}

/** Only the records with this very key; asked when it is complete, not letter by letter. */
export function KeyFilter({ value, of, onChange }: Props) {
  const { t } = useTranslation('hub');
  const [text, setText] = useState(value);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onChange(text.trim());
  };
  return (
    <form onSubmit={apply} style={{ flex: '1 1 16rem', maxWidth: '26rem' }}>
      <TextInput
        label={t('tail.key', { key: namesIn(of) || t('key') })}
        placeholder={t('tail.anyKey')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={() => text.trim() !== value && onChange(text.trim())}
        leftSection={<IconFilter size={16} aria-hidden />}
        rightSection={value !== '' && <CloseButton aria-label={t('tail.allKeys')} onClick={() => onChange('')} />}
        autoComplete="off"
        spellCheck={false}
      />
    </form>
  );
}

/** The ids alone: the words between them are of one language. */
const namesIn = (sentence = ''): string => (sentence.match(/\w+Id\b/g) ?? []).join(' / ');
