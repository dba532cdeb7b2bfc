import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useSearchText } from '../shell/use-search-text.ts';

interface Props {
  label: string;
  description?: string;
}

export function SearchField(texts: Props) {
  const [text, type] = useSearchText();
  return (
    <TextInput
      {...texts}
      type="search"
      value={text}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      leftSection={<IconSearch size={18} aria-hidden />}
      size="md"
      maw="34rem"
      maxLength={200}
      autoComplete="off"
    />
  );
}
