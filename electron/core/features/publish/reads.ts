import type { TextPlace } from '#shared/contract/register.ts';
import type { TableName } from '#shared/model/table-names.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import { correctionsOf, dateOf, EVENT_FIELDS, standingText, type StoredEvent } from '../chronology/reads.ts';
import { publishedDate } from './published-date.ts';
import { reviewRow } from './collect/collect.ts';

/**
 * The text at a place, or null: a field of an entry, finding, recommendation or action, one item of a list such as `owners.0`, the review's own words, or what was written for one kind: `actionsOnly.reason`.
 */
export function publishedText(db: ReadDb, place: TextPlace): string | null {
  const review = reviewRow(db);
  if (place.table === 'review') return textIn(reviewWords(review), place.field);
  if (place.table === 'publication') return textIn(review['publishSettings'], place.field);
  if (place.table === 'event') return entryText(db, place);
  if (!TEXT_TABLES.has(place.table)) return null;
  return textIn(
    selectRows<Record<string, unknown>>(db, place.table as TableName, 'WHERE id = ?', toBlob(place.id))[0],
    place.field,
  );
}

const TEXT_TABLES: ReadonlySet<string> = new Set<TableName>(['recommendation', 'action', 'finding', 'agency']);

/** A field of an entry as it stands, or its date as a publication prints it. */
function entryText(db: ReadDb, place: TextPlace): string | null {
  const event = findRow(db, 'event', place.id) as StoredEvent | undefined;
  if (!event) return null;
  if (place.field === 'date') return publishedDate(dateOf(event));
  const field = EVENT_FIELDS.find((name) => name === place.field);
  return field ? standingText(event, field, correctionsOf(db, [event]).get(event.id) ?? new Map()) : null;
}

/** The review's own words by the names that a publication's places give them. */
function reviewWords(review: Row): Record<string, unknown> {
  const { partnership, reference, authorName, authorPost } = review;
  return {
    partnership,
    reference,
    subject: String(review['subject']) || String(review['title']),
    author: { name: authorName, post: authorPost },
  };
}

function textIn(value: unknown, path: string): string | null {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        at !== null && typeof at === 'object' && Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined,
      value,
    );
  // A timescale is an object; its text is what was written.
  if (found !== null && typeof found === 'object' && 'asWritten' in found) return String(found.asWritten);
  return typeof found === 'string' ? found : null;
}
