import type { ReadDb } from '../../../db/sql.ts';
import { selectRows } from '../../../db/store.ts';
import { correctionsOf, dateOf, eventsFrom, standingText, type StoredEvent } from '../../chronology/reads.ts';
import { publishedDate } from '../published-date.ts';
import type { PublishedEntry } from '../kinds/chapters/entries.ts';

const PAGE = 1_000;

/** Every entry that stands in the chronology, in its order, as corrected. */
export function publishedEntries(db: ReadDb): PublishedEntry[] {
  const names = new Map(selectRows(db, 'agency').map((row) => [row.id, String(row['name'])]));
  const out: PublishedEntry[] = [];
  for (let from: number | null = null, done = false; !done; ) {
    const page = eventsFrom(db, {}, from, PAGE);
    const corrections = correctionsOf(db, page.events);
    for (const event of page.events) out.push(entryOf(event, corrections.get(event.id) ?? new Map(), names));
    from = page.next;
    done = from === null;
  }
  return out;
}

function entryOf(
  event: StoredEvent,
  corrections: Parameters<typeof standingText>[2],
  names: ReadonlyMap<string, string>,
): PublishedEntry {
  const text = (field: Parameters<typeof standingText>[1]): string | null => standingText(event, field, corrections);
  const known = event.earliest ?? event.latest;
  return {
    id: event.id,
    ref: event.ref,
    dateLabel: publishedDate(dateOf(event)),
    year: known === null ? null : Number(known.slice(0, 4)),
    agency: { id: event.agencyId, name: names.get(event.agencyId) ?? '' },
    description: text('description') ?? '',
    response: text('response'),
    outcome: text('outcome'),
  };
}
