import { useMemo } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import type { ColumnKey } from './grid/columns.ts';
import type { RowContext } from './grid/entry-row.tsx';
import { useChildBirth } from './use-child-birth.ts';

/** Without the child's date of birth there is no age to show. */
export function useHidden(chosen: ReadonlySet<ColumnKey>, ages: boolean): ReadonlySet<ColumnKey> {
  const key = [...chosen, ...(ages ? [] : ['age'])].join(' ');
  return useMemo(() => new Set(key.split(' ').filter(Boolean) as ColumnKey[]), [key]);
}

/** What every row needs to know of the review; one object as long as none of it changes. */
export function useRowContext(density: RowContext['density'], identified: boolean): RowContext {
  const agencies = useAgencies();
  const dateOfBirth = useChildBirth();
  const { data } = useQuery('theme.list', {});
  const themes = useMemo(() => new Map((data ?? []).map((theme) => [theme.id, theme.name])), [data]);
  return useMemo(
    () => ({ agencies, themes, dateOfBirth, identified, density }),
    [agencies, themes, dateOfBirth, identified, density],
  );
}
