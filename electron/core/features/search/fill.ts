import { selectRows } from '../../db/store.ts';
import type { WriteTx } from '../../db/sql.ts';
import { deriveFromChanges } from './indexer.ts';

const BATCH = 2000;

/**
 * Fills the search index and the weekly counts from the rows, after a migration has made them empty in a file that has
 * entries. To the indexer each entry is one that was hidden and is shown now: there is nothing to take out, and its
 * corrections count.
 */
export function fillDerived(tx: WriteTx): void {
  tx.run(`DELETE FROM "agencyWeek"`);
  for (let after = -1, done = false; !done; ) {
    const events = selectRows(tx, 'event', 'WHERE hidden = 0 AND pos > ? ORDER BY pos LIMIT ?', after, BATCH);
    deriveFromChanges(
      tx,
      events.map((event) => ({
        table: 'event',
        op: 'update',
        id: event.id,
        before: { ...event, hidden: true },
        after: event,
        fields: ['hidden'],
      })),
    );
    after = Number(events.at(-1)?.['pos'] ?? after);
    done = events.length < BATCH;
  }
}
