import type { PassagePlace } from '#shared/contract/passages.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { correctionsOf, EVENT_FIELDS, standingText, type StoredEvent } from '../chronology/reads.ts';
import { findWords } from './find-words.ts';

const MOST = 4;

/**
 * Where the words of a passage may stand now: in the entry's own fields, changed a little or not, and word for word in other
 * entries of its return, where a row was split. Proposals; a person takes one.
 */
export function placesOf(db: ReadDb, event: StoredEvent, quote: string): PassagePlace[] {
  const own = inEvent(db, event, quote, false);
  if (own.some(({ exact }) => exact) || event.returnId === null) return own.map(({ place }) => place).slice(0, MOST);
  const others = selectRows<StoredEvent>(
    db,
    'event',
    `WHERE "returnId" = ? AND hidden = 0 AND id <> ? AND (instr(description, ?) > 0 OR instr(ifnull(response, ''), ?) > 0 OR instr(ifnull(outcome, ''), ?) > 0) ORDER BY abs(pos - ?) LIMIT ?`,
    toBlob(event.returnId),
    toBlob(event.id),
    quote,
    quote,
    quote,
    event.pos,
    MOST,
  );
  const elsewhere = others.flatMap((other) => inEvent(db, other, quote, true));
  return [...elsewhere, ...own].map(({ place }) => place).slice(0, MOST);
}

function inEvent(db: ReadDb, event: StoredEvent, quote: string, exactOnly: boolean): { place: PassagePlace; exact: boolean }[] {
  const corrections = correctionsOf(db, [event]).get(event.id) ?? new Map();
  return EVENT_FIELDS.flatMap((field) => {
    const text = standingText(event, field, corrections);
    if (text === null) return [];
    return findWords(text, quote)
      .filter(({ exact }) => exact || !exactOnly)
      .map(({ start, end, exact }) => ({
        exact,
        place: {
          eventId: event.id,
          ref: event.ref,
          field,
          start,
          end,
          words: text.slice(start, end),
          eventRowVersion: event.rowVersion,
        },
      }));
  }).sort((a, b) => Number(b.exact) - Number(a.exact));
}
