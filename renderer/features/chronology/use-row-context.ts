import { useMemo } from 'react';
import type { Layout } from '#shared/contract/views.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useAgencies } from '#renderer/data/use-session.ts';
import { gridColumns } from './grid/columns.ts';
import type { RowContext } from './grid/row-context.ts';
import type { Gathering } from './list/use-gathering.ts';
import { useChildren } from './use-children.ts';

/** What every row needs to know of the review and of the layout; one object as long as none of it changes. */
export function useRowContext(layout: Layout, identified: boolean, gathering: Gathering): RowContext {
  const agencies = useAgencies();
  const children = useChildren();
  const { data } = useQuery('theme.list', {});
  const themes = useMemo(() => new Map((data ?? []).map((theme) => [theme.id, theme.name])), [data]);
  const [columns, slimColumns] = useMemo(() => {
    const names = [...agencies.values()].map(({ name }) => name);
    // Without a child's date of birth there is no age to show.
    const people = { ages: children.length > 0, children: children.length };
    return [gridColumns(layout, names, people), gridColumns(layout, names, { ...people, slim: true })];
  }, [agencies, children, layout]);
  return useMemo(
    () => ({ agencies, themes, children, identified, rows: layout.rows, columns, slimColumns, gathering }),
    [agencies, themes, children, identified, layout.rows, columns, slimColumns, gathering],
  );
}
