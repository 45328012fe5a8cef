import type { InputFor } from '#shared/contract/index.ts';
import type { EventRow } from '#shared/model/chronology-event.ts';
import { queryFor } from '#renderer/data/use-query.ts';
import type { Workbench } from '#renderer/data/workbench.tsx';
import { BLOCK } from './nearby.ts';
import type { EntryList } from './use-entry-list.ts';

type Asked = Pick<InputFor<'chronology.find'>, 'id' | 'ref' | 'day'>;

/** The line at which an entry stands, or null where the filter hides it. Under several headings: under `prefer`, else the first. */
export async function locate(
  workbench: Workbench,
  list: EntryList,
  asked: Asked,
  prefer?: string | null,
): Promise<{ id: string; index: number } | null> {
  const { group } = list;
  const grouped = group === 'agency' || group === 'theme' ? { group, ...(prefer === undefined ? {} : { prefer }) } : {};
  const found = await workbench.cache.fetchQuery({
    ...queryFor(workbench, 'chronology.find', { filter: list.filter, ...asked, ...grouped }),
    staleTime: 0,
  });
  // An account that stands beneath another has no line of its own.
  if (!found || (asked.id !== undefined && found.id !== asked.id)) return null;
  const heading = list.headings.find(({ key }) => key === found.key);
  const start = 'group' in grouped ? (heading?.start ?? 0) : 0;
  return { id: found.id, index: start + found.index };
}

/** The entries of a stretch of lines, whether or not they are held. */
export async function idsBetween(workbench: Workbench, list: EntryList, first: number, last: number): Promise<string[]> {
  const held: string[] = [];
  for (let index = first; index <= last; index++) {
    const id = list.rowAt(index)?.id;
    if (id === undefined) break;
    held.push(id);
  }
  if (held.length === last - first + 1) return held;
  const ids: string[] = [];
  for (const { filter, start, total, anchors } of list.segments) {
    const [from, to] = [Math.max(0, first - start), Math.min(total - 1, last - start)];
    if (from > to) continue;
    const block = Math.floor(from / BLOCK);
    const own: string[] = [];
    for (let place: number | null = anchors[block] ?? null, n = to - block * BLOCK; own.length <= n; ) {
      const page: { rows: EventRow[]; next: number | null } = await workbench.client.call('chronology.page', {
        filter,
        from: place,
        limit: 500,
      });
      own.push(...page.rows.map((row) => row.id));
      place = page.next;
      if (place === null) break;
    }
    ids.push(...own.slice(from - block * BLOCK, to - block * BLOCK + 1));
  }
  return ids;
}
