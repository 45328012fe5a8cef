import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Passage } from '#shared/contract/passages.ts';
import type { EventDetail } from '#shared/model/chronology-event.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { takeWords } from './words-in-hand.ts';

export type EntryPassagesValue = {
  detail: EventDetail;
  identified: boolean;
  passages: readonly Passage[];
  themeName(id: string): string;
  /** The passage that is pointed at, in the text or in the list: the other shows which. */
  lit: string | null;
  light(id: string | null): void;
};

const Context = createContext<EntryPassagesValue | null>(null);
const NONE: readonly Passage[] = [];

/** The passages of the entry in hand, for its text and for the list under it. */
export function EntryPassages({
  detail,
  identified,
  children,
}: {
  detail: EventDetail;
  identified: boolean;
  children: ReactNode;
}) {
  const { data } = useQuery('passage.ofEvent', { eventId: detail.id });
  const { data: themes } = useQuery('theme.list', {});
  const [lit, light] = useState<string | null>(null);
  // Those of the entry before may still be here for a moment.
  const passages = useMemo(() => data?.filter((one) => one.eventId === detail.id) ?? NONE, [data, detail.id]);
  const names = useMemo(() => new Map((themes ?? []).map(({ id, name }) => [id, name])), [themes]);
  // Words of a text that has changed are no longer what was selected.
  useEffect(() => () => takeWords(null), [detail.id, detail.rowVersion, identified]);
  const value = useMemo(
    () => ({ detail, identified, passages, themeName: (id: string) => names.get(id) ?? '', lit, light }),
    [detail, identified, passages, names, lit],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

export function useEntryPassages(): EntryPassagesValue {
  const value = useContext(Context);
  if (!value) throw new Error('stands outside <EntryPassages>');
  return value;
}
