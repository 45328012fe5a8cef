import type { EventField } from '#shared/model/chronology-event.ts';
import { carrySpans } from '#shared/text-diff/carry-span.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { spanColumns, standsIn, type PassageRow } from './stands.ts';

/**
 * Takes the passages of a field along to its new text, where their words still stand. One whose words were changed keeps its
 * row as it was: it no longer stands, and so a person is asked (`passage.list`, unplaced).
 */
export function carryPassages(
  store: Store,
  eventId: string,
  field: EventField,
  texts: { before: string | null; after: string | null },
): void {
  const { before, after } = texts;
  if (before === null || after === null || before === after) return;
  const rows = selectRows<PassageRow>(store, 'passage', 'WHERE "eventId" = ? AND field = ?', toBlob(eventId), field);
  const standing = rows.filter((row) => standsIn(before, row));
  if (standing.length === 0) return;
  const spans = carrySpans(before, after, standing);
  standing.forEach((row, i) => {
    const span = spans[i];
    if (span) store.update('passage', row.id, spanColumns(after, span));
  });
}

/** Takes all passages off that lean on a tag, before the tag goes; answers how many. */
export function removePassagesOf(store: Store, tagId: string): number {
  const rows = selectRows<PassageRow>(store, 'passage', 'WHERE "tagId" = ?', toBlob(tagId));
  for (const row of rows) store.remove('passage', row.id);
  return rows.length;
}

/** The tag of the theme on an entry, taken off with its passages. */
export function removeTag(store: Store, tagId: string): number {
  const passages = removePassagesOf(store, tagId);
  store.remove('themeTag', tagId);
  return passages;
}

/** An entry that has the theme by its passages alone is tagged as a whole; answers whether that is news. */
export function tagWhole(store: Store, tagId: string): boolean {
  const rows = selectRows<PassageRow>(store, 'passage', 'WHERE "tagId" = ? AND "bringsTag" = 1', toBlob(tagId));
  for (const row of rows) store.update('passage', row.id, { bringsTag: false });
  return rows.length > 0;
}
