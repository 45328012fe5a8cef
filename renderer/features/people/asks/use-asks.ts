import { useEffect, useState } from 'react';
import { announce } from '#renderer/data/announce.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { counted } from '#renderer/ui/date-text.tsx';

/** Asked for at once; the rest come as these are settled. */
export const ASKED_AT_ONCE = 50;

/** The questions about one entry, or about all: one at a time, in the order of the chronology. */
export function useAsks(entryId: string | null, enabled: boolean) {
  const { data, error, loading, fetching } = useQuery(
    'register.asks',
    { entryId, limit: ASKED_AT_ONCE },
    { enabled, keep: false },
  );
  const decide = useCommand('register.decide', { said: ({ settled }) => `${counted(settled, 'mention')} settled.` });
  const [at, setAt] = useState(0);
  const [everywhere, setEverywhere] = useState(false);
  useEffect(() => {
    setAt(0);
    setEverywhere(false);
  }, [entryId]);
  const items = data ?? [];
  const index = Math.min(at, Math.max(0, items.length - 1));
  const item = items[index] ?? null;
  return {
    item,
    index,
    total: items.length,
    more: items.length === ASKED_AT_ONCE,
    everywhere,
    setEverywhere,
    loading,
    busy: decide.pending || fetching,
    error: error ?? decide.error,
    next(): void {
      if (items.length < 2) announce(items.length === 0 ? 'Nothing waits to be settled.' : 'This is the only question.');
      else setAt((index + 1) % items.length);
    },
    /** null: nobody on the register. */
    answer(answerId: string | null): void {
      if (!item || decide.pending || fetching) return;
      const { place, textHash, start, end } = item;
      setAt(index);
      void decide
        .run({ place, textHash, start, end, entryId: answerId, everywhere })
        .then((outcome) => outcome.ok && setEverywhere(false));
    },
  };
}
export type AskState = ReturnType<typeof useAsks>;
