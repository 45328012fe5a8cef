import type { AskItem, TextPlace } from '#shared/contract/register.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import type { TableName } from '#shared/model/table-names.ts';
import { findRow, selectRows } from '../../db/store.ts';
import type { ReadDb } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { correctionsOf, EVENT_FIELDS, eventsFrom, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';

/** Texts of other tables that a publication or a page shows. */
export const TEXT_FIELDS: Partial<Record<TableName, readonly string[]>> = {
  finding: ['statement', 'why'],
  recommendation: ['heading', 'text', 'successMeasure', 'leadAgency'],
  action: ['heading', 'text', 'successMeasure', 'leadAgency'],
};

type PlacedText = { place: TextPlace; text: string; ref: number | null; agencyId: string | null };

/** Every text that mentions are looked for in: entries in order, then findings, recommendations and actions. */
function* allTexts(db: ReadDb, returnId?: string): Generator<PlacedText> {
  for (let from: number | null = null, done = false; !done; ) {
    const page = eventsFrom(db, returnId ? { returnId } : {}, from, 500);
    const corrections = correctionsOf(db, page.events);
    for (const event of page.events) yield* textsOfEvent(event, corrections.get(event.id) ?? new Map());
    from = page.next;
    done = from === null;
  }
  if (returnId) return;
  for (const [table, fields] of Object.entries(TEXT_FIELDS)) {
    for (const row of selectRows(db, table as TableName, 'ORDER BY position')) {
      for (const field of fields) {
        const text = row[field];
        if (typeof text === 'string' && text) yield { place: { table, id: row.id, field }, text, ref: null, agencyId: null };
      }
    }
  }
}

export function* textsOfEvent(
  event: StoredEvent,
  corrections: ReadonlyMap<EventField | 'date', string | null>,
): Generator<PlacedText> {
  for (const field of EVENT_FIELDS) {
    const text = standingText(event, field, corrections);
    if (text) yield { place: placeOf(event.id, field), text, ref: event.ref, agencyId: event.agencyId };
  }
}

const AROUND = 90;

/** Mentions that nobody has settled: those of one entry, or of all. */
export function findAsks(db: ReadDb, lens: Lens, entryId: string | null, limit: number): AskItem[] {
  const asks: AskItem[] = [];
  for (const { place, text, ref, agencyId } of allTexts(db)) {
    for (const { mention, decided } of lens.settle(place, text)) {
      if (mention.status === 'sure' || decided || (entryId && !mention.entryIds.includes(entryId))) continue;
      const contextStart = Math.max(0, mention.start - AROUND);
      asks.push({
        place,
        textHash: textHash(text),
        start: mention.start,
        end: mention.end,
        text: mention.text,
        context: text.slice(contextStart, mention.end + AROUND),
        contextStart,
        candidates: mention.entryIds,
        ref,
        agencyId,
      });
      if (asks.length === limit) return asks;
    }
  }
  return asks;
}

/** Unsettled mentions of the same words elsewhere in the same return (or, for other texts, in the same table). */
export function textsLike(
  db: ReadDb,
  lens: Lens,
  place: TextPlace,
  words: string,
): { place: TextPlace; textHash: string; start: number; end: number }[] {
  const returnId = place.table === 'event' ? (findRow(db, 'event', place.id) as StoredEvent | undefined)?.returnId : undefined;
  const found: { place: TextPlace; textHash: string; start: number; end: number }[] = [];
  for (const other of allTexts(db, returnId ?? undefined)) {
    if (other.place.table !== place.table) continue;
    for (const { mention, decided } of lens.settle(other.place, other.text)) {
      if (mention.status !== 'ask' || decided || mention.text.toLowerCase() !== words.toLowerCase()) continue;
      if (other.place.id === place.id && other.place.field === place.field) continue;
      found.push({ place: other.place, textHash: textHash(other.text), start: mention.start, end: mention.end });
    }
  }
  return found;
}

/** Counts the mentions of one page of entries, for the register's figures and the filter by person. */
export function countMentions(
  db: ReadDb,
  lens: Lens,
  from: number | null,
  limit: number,
): { counts: MentionCounts; next: number | null; entries: number } {
  const page = eventsFrom(db, {}, from, limit);
  const corrections = correctionsOf(db, page.events);
  const counts: MentionCounts = { perEvent: [], spellings: [] };
  const spellings = new Map<string, number>();
  for (const event of page.events) {
    const own = new Map<string, { mentions: number; ask: number }>();
    for (const { place, text } of textsOfEvent(event, corrections.get(event.id) ?? new Map())) {
      for (const { mention, decided } of lens.settle(place, text)) {
        if (decided && decided.entryId === null) continue;
        const ids = decided?.entryId ? [decided.entryId] : mention.entryIds;
        const open = !decided && mention.status === 'ask';
        for (const id of ids) {
          const sum = own.get(id) ?? { mentions: 0, ask: 0 };
          own.set(id, { mentions: sum.mentions + 1, ask: sum.ask + (open ? 1 : 0) });
          const key = `${id}\u0000${mention.text}`;
          spellings.set(key, (spellings.get(key) ?? 0) + 1);
        }
      }
    }
    for (const [entryId, sum] of own) counts.perEvent.push({ entryId, eventId: event.id, ...sum });
  }
  for (const [key, mentions] of spellings) {
    const [entryId, spelling] = key.split('\u0000') as [string, string];
    counts.spellings.push({ entryId, spelling, mentions });
  }
  return { counts, next: page.next, entries: page.events.length };
}

export type MentionCounts = {
  perEvent: { entryId: string; eventId: string; mentions: number; ask: number }[];
  spellings: { entryId: string; spelling: string; mentions: number }[];
};
