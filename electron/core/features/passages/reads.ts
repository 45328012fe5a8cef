import type { ListedPassage, Passage } from '#shared/contract/passages.ts';
import { dateLabel } from '#shared/dates/format.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import { toShown } from '#shared/redaction/carry-through.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { decodeRow, selectRows } from '../../db/store.ts';
import type { Lens } from '../../kernel/lens.ts';
import {
  type Corrections,
  correctionsOf,
  dateOf,
  placeOf,
  standingText,
  type StoredEvent,
  PASSAGE_STANDS,
} from '../chronology/reads.ts';
import { placesOf } from './places.ts';
import { standsIn, type PassageRow } from './stands.ts';

export { standsIn, type PassageRow } from './stands.ts';

const themesOf = (db: ReadDb, rows: readonly PassageRow[]): Map<string, string> => {
  if (rows.length === 0) return new Map();
  const found = db.all<{ id: Uint8Array; themeId: Uint8Array }>(
    `SELECT id, "themeId" FROM "themeTag" WHERE id IN (${marks(rows.length)})`,
    ...rows.map((row) => toBlob(row.tagId)),
  );
  return new Map(found.map((row) => [fromBlob(row.id), fromBlob(row.themeId)]));
};

/** A passage as this session may see it: an anonymised one by the place in what it is shown, never by words as written. */
function passageOf(row: PassageRow, themeId: string, text: string | null, lens: Lens): Passage {
  const { id, eventId, field, person, post, rowVersion } = row;
  const own = { id, eventId, themeId, field, person, post, markedAt: row.at, rowVersion };
  const placed = standsIn(text, row);
  if (lens.view === 'identified') return { ...own, at: placed ? { start: row.start, end: row.end } : null, quote: row.quote };
  if (!placed || text === null) return { ...own, at: null, quote: null };
  const seen = lens.see(placeOf(eventId, field), text);
  const at = seen.kept ? toShown(seen.kept, seen.text.length, row) : { start: row.start, end: row.end };
  return { ...own, at, quote: seen.text.slice(at.start, at.end) };
}

/** The passages of some entries, each entry's in the order of its text. */
export function passagesOf(db: ReadDb, lens: Lens, events: readonly StoredEvent[]): Passage[] {
  if (events.length === 0) return [];
  const rows = selectRows<PassageRow>(
    db,
    'passage',
    `WHERE "eventId" IN (${marks(events.length)}) ORDER BY field, start, "end", id`,
    ...events.map((event) => toBlob(event.id)),
  );
  return shown(db, lens, rows, events, correctionsOf(db, events));
}

function shown(
  db: ReadDb,
  lens: Lens,
  rows: readonly PassageRow[],
  events: readonly StoredEvent[],
  corrections: ReadonlyMap<string, Corrections>,
): Passage[] {
  const themes = themesOf(db, rows);
  const byId = new Map(events.map((event) => [event.id, event]));
  return rows.map((row) => {
    const event = byId.get(row.eventId)!;
    const own = corrections.get(event.id) ?? new Map<CorrectedField, string | null>();
    return passageOf(row, themes.get(row.tagId) ?? '', standingText(event, row.field, own), lens);
  });
}

type Asked = {
  themeId?: string | undefined;
  returnId?: string | undefined;
  eventId?: string | undefined;
  unplaced: boolean;
  limit: number;
};

/** Passages in the order of the chronology; of a hidden entry only where they wait to be placed nowhere. */
export function listPassages(db: ReadDb, lens: Lens, asked: Asked): { passages: ListedPassage[]; total: number } {
  const where = ['e.hidden = 0'];
  const params: SqlValue[] = [];
  const only = (sql: string, id: string | undefined): void => {
    if (id === undefined) return;
    where.push(sql);
    params.push(toBlob(id));
  };
  only('t."themeId" = ?', asked.themeId);
  only('e."returnId" = ?', asked.returnId);
  only('e.id = ?', asked.eventId);
  if (asked.unplaced) where.push(`NOT ${PASSAGE_STANDS}`);
  const from = `FROM passage p JOIN event e ON e.id = p."eventId" JOIN "themeTag" t ON t.id = p."tagId" WHERE ${where.join(' AND ')}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...params)!.n;
  const rows = db
    .all<Record<string, SqlValue>>(`SELECT p.* ${from} ORDER BY e.pos, p.field, p.start, p.id LIMIT ?`, ...params, asked.limit)
    .map((row) => decodeRow('passage', row) as PassageRow);
  const ids = [...new Set(rows.map((row) => row.eventId))];
  const events =
    ids.length === 0 ? [] : selectRows<StoredEvent>(db, 'event', `WHERE id IN (${marks(ids.length)})`, ...ids.map(toBlob));
  const corrections = correctionsOf(db, events);
  const byId = new Map(events.map((event) => [event.id, event]));
  const passages = shown(db, lens, rows, events, corrections).map((passage, i): ListedPassage => {
    const event = byId.get(passage.eventId)!;
    const places = passage.at === null && lens.view === 'identified' ? placesOf(db, event, rows[i]!.quote) : [];
    return { passage, ref: event.ref, agencyId: event.agencyId, dateLabel: dateLabel(dateOf(event)), places };
  });
  return { passages, total };
}

/** How many passages wait to be placed, by return. Crossed: for its groups SQLite would go by the entries, of which there are many. */
export function unplacedByReturn(db: ReadDb): Map<string, number> {
  const rows = db.all<{ returnId: Uint8Array; n: number }>(
    `SELECT e."returnId", count(*) AS n FROM passage p CROSS JOIN event e ON e.id = p."eventId"
      WHERE e."returnId" IS NOT NULL AND e.hidden = 0 AND NOT ${PASSAGE_STANDS} GROUP BY e."returnId"`,
  );
  return new Map(rows.map((row) => [fromBlob(row.returnId), row.n]));
}
