import { useDebouncedCallback } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useLeadingOn } from './use-leading-on.ts';

const TYPING_MS = 150;

/**
 * The text of the field that a page is searched by, while somebody types: `[text, type]`. What is searched for is `q` of the
 * page's address: it is written there, without spaces around it, after a pause. When the address changes by itself (Back,
 * a link), the field follows, unless somebody is typing.
 */
export function useSearchText() {
  const { q = '' } = useSearch({ strict: false });
  const leadOn = useLeadingOn();
  const [text, setText] = useState(q);
  const [followed, setFollowed] = useState(q);
  const searchSoon = useDebouncedCallback((wanted: string) => {
    if (wanted === q) return;
    void leadOn({ to: '.', search: (before) => ({ ...before, q: wanted || undefined }), replace: true });
  }, TYPING_MS);
  if (followed !== q) {
    setFollowed(q);
    if (text.trim() !== q && !searchSoon.isPending()) setText(q);
  }
  const type = (next: string) => {
    setText(next);
    searchSoon(next.trim());
  };
  return [text, type] as const;
}
