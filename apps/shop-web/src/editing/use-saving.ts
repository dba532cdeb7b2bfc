import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hasCode } from '../api/problem.ts';
import type { Fields } from './fields.ts';

/** What somebody else has saved in the meantime, beside what was to be saved. */
export interface Conflict {
  base: Fields;
  mine: Fields;
  theirs: Fields;
}

interface Thing<T> {
  /** As it was when the form was filled. */
  current: T;
  queryKey: readonly unknown[];
  fieldsOf: (thing: T) => Fields;
  /** Null: it was deleted. */
  fetch: () => Promise<T | null>;
  /** Throws `version-conflict` when the thing is no longer the one given. */
  save: (thing: T, fields: Fields) => Promise<T>;
  onSaved: (thing: T) => void;
}

/**
 * A form over a thing with a version. When somebody else has saved it since, `conflict` has both states; what is chosen
 * is saved over theirs, and may meet yet another.
 */
export function useSaving<T>({ current, queryKey, fieldsOf, fetch, save, onSaved }: Thing<T>) {
  const client = useQueryClient();
  const [base, setBase] = useState(current);
  const [fields, setFields] = useState(() => fieldsOf(current));
  const [theirs, setTheirs] = useState<T>();
  const [conflict, setConflict] = useState<Conflict>();

  const begin = (thing: T) => {
    client.setQueryData(queryKey, thing);
    setBase(thing);
    setFields(fieldsOf(thing));
    setTheirs(undefined);
    setConflict(undefined);
  };
  const saving = useMutation({
    async mutationFn({ over, wanted }: { over: T; wanted: Fields }) {
      try {
        return await save(over, wanted);
      } catch (error) {
        if (!hasCode(error, 'version-conflict')) throw error;
        const now = await fetch();
        if (now === null) throw error;
        setTheirs(now);
        setConflict({ base: fieldsOf(over), mine: wanted, theirs: fieldsOf(now) });
        return undefined;
      }
    },
    onSuccess(saved) {
      if (saved === undefined) return;
      begin(saved);
      onSaved(saved);
    },
  });

  return {
    fields,
    setFields,
    isChanged: JSON.stringify(fields) !== JSON.stringify(fieldsOf(base)),
    reset: () => setFields(fieldsOf(base)),
    save: () => saving.mutate({ over: base, wanted: fields }),
    error: saving.error,
    isBusy: saving.isPending,
    conflict,
    /** After choosing: what is there now, with these fields. */
    resolve: (wanted: Fields) => theirs !== undefined && saving.mutate({ over: theirs, wanted }),
    takeTheirs: () => theirs !== undefined && begin(theirs),
    /** Back to the form. It still starts from `base`, so that saving again meets the same conflict. */
    postpone: () => setConflict(undefined),
  };
}

export type Saving = ReturnType<typeof useSaving>;
