import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

const TYPING_MS = 150;

/**
 * The text of a field that searches while somebody types: `[text, type]`. `search` hears of it, without spaces around it, after
 * a pause, and never when the field is gone by then. What is searched for lies elsewhere (in the address, say); when it
 * changes there, the field follows, unless somebody is typing.
 */
export function useSearchText(searched: string, search: (text: string) => void) {
  const [text, setText] = useState(searched);
  const [followed, setFollowed] = useState(searched);
  const searchSoon = useDebouncedCallback((wanted: string) => wanted !== searched && search(wanted), TYPING_MS);
  if (followed !== searched) {
    setFollowed(searched);
    if (text.trim() !== searched && !searchSoon.isPending()) setText(searched);
  }
  const type = (next: string) => {
    setText(next);
    searchSoon(next.trim());
  };
  return [text, type] as const;
}
