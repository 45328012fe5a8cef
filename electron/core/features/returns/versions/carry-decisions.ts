import { carrySpans } from '#shared/text-diff/carry-span.ts';
import { newId } from '#shared/kernel/ids.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { selectRows, type Store } from '../../../db/store.ts';
import { toBlob } from '../../../db/sql.ts';
import type { Row } from '../../../db/tables.ts';

/** Tables whose rows decide about a stretch of one exact text. */
const DECISIONS = ['mentionDecision', 'remedy'] as const;

/**
 * Decisions about who is meant in a text, carried to the text as the agency now says it, where the words they were about
 * still stand. One whose words were changed is asked afresh.
 */
export function decisionCarrier(
  store: Store,
  returnId: string,
): (eventId: string, field: string, before: string, after: string) => void {
  const byEvent = new Map<string, { table: (typeof DECISIONS)[number]; row: Row }[]>();
  for (const table of DECISIONS) {
    const rows = selectRows(
      store,
      table,
      `WHERE "placeTable" = 'event' AND "placeId" IN (SELECT id FROM event WHERE "returnId" = ?)`,
      toBlob(returnId),
    );
    for (const row of rows) {
      const id = String(row['placeId']);
      byEvent.set(id, [...(byEvent.get(id) ?? []), { table, row }]);
    }
  }
  return (eventId, field, before, after) => {
    const own = byEvent.get(eventId)?.filter(({ row }) => row['field'] === field) ?? [];
    const old = textHash(before);
    const now = textHash(after);
    const about = own.filter(({ row }) => row['textHash'] === old);
    if (about.length === 0) return;
    const spans = carrySpans(
      before,
      after,
      about.map(({ row }) => ({ start: Number(row['start']), end: Number(row['end']) })),
    );
    about.forEach(({ table, row }, i) => {
      const span = spans[i];
      if (!span) return;
      const taken = own.some(
        (other) =>
          other.table === table &&
          other.row['textHash'] === now &&
          other.row['start'] === span.start &&
          other.row['end'] === span.end,
      );
      if (!taken) store.insert(table, { ...row, id: newId(), textHash: now, ...span });
    });
  };
}
