import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { Lane, LanesBy } from '#shared/contract/lanes.ts';
import { labelOf, type Lens } from '../../kernel/lens.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { filterSql, mustLook, tagsOf, visibleEventsFrom, type StoredEvent } from '../chronology/reads.ts';
import { WEEK_OF_EVENT, weekOfEntry } from './weeks.ts';

type Counted = { lane: Uint8Array; week: number; n: number };

/** Nothing is asked: the aggregates answer. Whatever a filter may hold, an empty list or a false is no question. */
export const isOpen = (filter: EventFilter): boolean =>
  Object.values(filter).every(
    (value) => value === undefined || value === false || value === '' || (Array.isArray(value) && value.length === 0),
  );

const KEPT: Record<LanesBy, string> = {
  agency: `SELECT "agencyId" AS lane, week, entries AS n FROM "agencyWeek"`,
  theme: `SELECT "themeId" AS lane, week, sum(entries) AS n FROM "themeWeek" GROUP BY 1, 2`,
  person: `SELECT "entryId" AS lane, week, entries AS n FROM "personWeek"`,
};
const JOIN: Record<LanesBy, { lane: string; join: string }> = {
  agency: { lane: `e."agencyId"`, join: '' },
  theme: { lane: `lt."themeId"`, join: `JOIN "themeTag" lt ON lt."eventId" = e.id` },
  person: { lane: `lm."entryId"`, join: `JOIN "mentionSummary" lm ON lm."eventId" = e.id` },
};

/** Entries each week, by lane: lane id → week → entries. */
export function countWeeks(db: ReadDb, lens: Lens, filter: EventFilter, by: LanesBy): Map<string, Map<number, number>> {
  const lanes = new Map<string, Map<number, number>>();
  const add = (lane: string, week: number, n: number): void => {
    const weeks = lanes.get(lane) ?? new Map<number, number>();
    weeks.set(week, (weeks.get(week) ?? 0) + n);
    lanes.set(lane, weeks);
  };
  if (mustLook(db, lens, filter)) {
    for (const events of shownPages(db, lens, filter)) {
      const laneIds = lanesOfEvents(db, events, by);
      for (const event of events) {
        const week = weekOfEntry(event);
        if (week !== null) for (const lane of laneIds.get(event.id) ?? []) add(lane, week, 1);
      }
    }
    return lanes;
  }
  const sql = filterSql(db, filter, lens.view);
  const { lane, join } = JOIN[by];
  const rows = isOpen(filter)
    ? db.iterate<Counted>(KEPT[by])
    : db.iterate<Counted>(
        `SELECT ${lane} AS lane, ${WEEK_OF_EVENT} AS week, count(*) AS n FROM ${sql.from} ${join}
          WHERE ${[...sql.where, 'coalesce(e.earliest, e.latest) IS NOT NULL'].join(' AND ')} GROUP BY 1, 2`,
        ...sql.params,
      );
  for (const row of rows) add(fromBlob(row.lane), row.week, row.n);
  return lanes;
}

/** Entries as this session may find them: an anonymised one by no word that it may not read, so no count tells of others. */
export function* shownPages(db: ReadDb, lens: Lens, filter: EventFilter): Generator<StoredEvent[]> {
  for (let from: number | null = null, done = false; !done; ) {
    const page = visibleEventsFrom(db, lens, filter, from, 500);
    yield page.events;
    from = page.next;
    done = from === null;
  }
}

/** In which lanes entries stand. */
export function lanesOfEvents(db: ReadDb, events: readonly StoredEvent[], by: LanesBy): Map<string, string[]> {
  if (by === 'theme') return tagsOf(db, events);
  const found = new Map<string, string[]>();
  if (by === 'agency') {
    for (const event of events) found.set(event.id, [event.agencyId]);
  } else if (events.length > 0) {
    const rows = db.all<{ eventId: Uint8Array; entryId: Uint8Array }>(
      `SELECT "eventId", "entryId" FROM "mentionSummary" WHERE "eventId" IN (${marks(events.length)})`,
      ...events.map((event): SqlValue => toBlob(event.id)),
    );
    for (const row of rows) {
      const id = fromBlob(row.eventId);
      found.set(id, [...(found.get(id) ?? []), fromBlob(row.entryId)]);
    }
  }
  return found;
}

/** The lanes in their own order: agencies and themes in the review's, people by how often they are named. */
export function densityLanes(db: ReadDb, lens: Lens, filter: EventFilter, by: LanesBy): Lane[] {
  const counts = countWeeks(db, lens, filter, by);
  const lane = (id: string, name: string): Lane => {
    const weeks = [...(counts.get(id) ?? [])].map(([week, entries]) => ({ week, entries })).sort((a, b) => a.week - b.week);
    return { id, name, entries: weeks.reduce((sum, week) => sum + week.entries, 0), weeks };
  };
  if (by === 'agency') {
    const rows = selectRows(db, 'agency', 'ORDER BY ordinal').map((row) => lane(row.id, String(row['name'])));
    const some = new Set(
      db.all<{ agencyId: Uint8Array }>(`SELECT DISTINCT "agencyId" FROM "agencyWeek"`).map((row) => fromBlob(row.agencyId)),
    );
    // An agency whose entries a filter hides keeps its lane: that it has none is an answer.
    return rows.filter((row) => row.entries > 0 || some.has(row.id));
  }
  if (by === 'theme') {
    return selectRows(db, 'theme', 'ORDER BY position')
      .map((row) => lane(row.id, String(row['name'])))
      .filter((row) => row.entries > 0);
  }
  return lens
    .register()
    .filter((entry) => entry.kind === 'person' && counts.has(entry.id))
    .map((entry) => lane(entry.id, lens.view === 'identified' ? named(entry.realName, entry.pseudonym) : labelOf(entry)))
    .sort((a, b) => b.entries - a.entries);
}

const named = (realName: string, pseudonym: string): string =>
  pseudonym && pseudonym !== realName ? `${realName} · ${pseudonym}` : realName;
