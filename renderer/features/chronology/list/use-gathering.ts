import { useCallback, useEffect, useMemo, useState } from 'react';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { announce } from '#renderer/data/announce.ts';
import { useLatest } from '#renderer/data/use-latest.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';
import { counted } from '#renderer/ui/date-text.tsx';
import type { EntryList } from './use-entry-list.ts';
import type { Selection } from './use-selection.ts';

type Told = OutputOf<'accounts.alsoTold'>[number];
/** One row for each event told by several: which of them stand open, and opening and closing them. */
export type Gathering = {
  on: boolean;
  /** Groups of which every account has its row. */
  open: readonly string[];
  groupOf(eventId: string): Told | undefined;
  toggle(eventId: string): void;
};
type Held = { of: string; open: readonly string[] };
const NONE: readonly string[] = [];
/** Kept while the window lives, for coming back to the place. */
let kept: Held = { of: '', open: NONE };

/** The filter of the list, gathered or not. */
export function useGatheredFilter(
  filter: EventFilter,
  on: boolean,
  reviewAndView: string,
): { filter: EventFilter; open: readonly string[]; setOpen(open: readonly string[]): void } {
  const [held, setHeld] = useState<Held>(kept);
  const open = held.of === reviewAndView ? held.open : NONE;
  const setOpen = useCallback(
    (next: readonly string[]) => {
      kept = { of: reviewAndView, open: next };
      setHeld(kept);
    },
    [reviewAndView],
  );
  const listed = useMemo(() => (on ? { ...filter, gathered: { open: [...open] } } : filter), [filter, on, open]);
  return { filter: listed, open, setOpen };
}

export function useGathering(
  on: boolean,
  open: readonly string[],
  setOpen: (open: readonly string[]) => void,
  list: EntryList,
  selection: Selection,
): Gathering {
  const { client } = useWorkbench();
  const { data } = useQuery('accounts.alsoTold', { eventIds: null }, { enabled: on });
  const byEntry = useMemo(() => new Map((data ?? []).map((told) => [told.eventId, told])), [data]);
  const latest = useLatest({ open, list, selection, byEntry });

  // Whatever leads to an account that stands beneath another opens the accounts of its event.
  const { id, hidden } = selection.at;
  const wanted = on && hidden && id !== null ? byEntry.get(id)?.groupId : undefined;
  useEffect(() => {
    if (wanted !== undefined && !latest.current.open.includes(wanted)) setOpen([...latest.current.open, wanted].slice(-500));
  }, [wanted, latest, setOpen]);

  const close = useCallback(
    async (eventId: string, groupId: string) => {
      const { open: now, list: shown, selection: chosen } = latest.current;
      const next = now.filter((one) => one !== groupId);
      // Whoever stands in the group stays with its event: on the account that is still shown.
      const filter = { ...shown.filter, gathered: { open: next } };
      const head = await client.call('chronology.find', { filter, id: eventId });
      if (head) await chosen.goTo(head.id, 'key');
      setOpen(next);
      announce('The accounts are one row again.');
    },
    [client, latest, setOpen],
  );
  const toggle = useCallback(
    (eventId: string) => {
      const told = latest.current.byEntry.get(eventId);
      if (!told) return announce('Nobody else tells this event.');
      if (latest.current.open.includes(told.groupId)) return void close(eventId, told.groupId).catch(() => undefined);
      setOpen([...latest.current.open, told.groupId].slice(-500));
      announce(`${counted(told.others, 'other account')} shown, each at its date.`);
    },
    [latest, setOpen, close],
  );
  return useMemo(() => ({ on, open, groupOf: (entry) => byEntry.get(entry), toggle }), [on, open, byEntry, toggle]);
}
