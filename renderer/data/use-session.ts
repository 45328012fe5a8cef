import type { Agency } from '#shared/contract/review.ts';
import type { SessionState } from '#shared/contract/session.ts';
import { useMemo } from 'react';
import { useQuery } from './use-query.ts';

/** What is open, who is at the keyboard, which view they have; undefined until the core has answered. */
export function useSession(): SessionState | undefined {
  return useQuery('session.get', {}).data;
}

/** true while real names are shown. Unknown counts as anonymised. */
export function useIdentified(): boolean {
  return useSession()?.view === 'identified';
}

const NONE: ReadonlyMap<string, Agency> = new Map();

/** The agencies of the review by id, for tags and filters. */
export function useAgencies(): ReadonlyMap<string, Agency> {
  const open = useSession()?.state === 'open';
  const { data } = useQuery('agency.list', {}, { enabled: open });
  return useMemo(() => (data ? new Map(data.map((agency) => [agency.id, agency])) : NONE), [data]);
}
