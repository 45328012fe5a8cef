import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { LaneEntry, LanesBy } from '#shared/contract/lanes.ts';
import { dateLabel } from '#shared/dates/format.ts';
import { decodeRow } from '../../db/store.ts';
import type { ReadDb, SqlValue } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { correctionsOf, dateOf, filterSql, mustLook, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';
import { lanesOfEvents, shownPages } from './density.ts';

const EXCERPT = 110;

/** The entries of a stretch of days, in true order; with `uncertainOnly`, those whose date is more than one day. */
export function entriesBetween(
  db: ReadDb,
  lens: Lens,
  asked: { filter: EventFilter; by: LanesBy; from: string; to: string; uncertainOnly: boolean; limit: number },
): { entries: LaneEntry[]; more: boolean } {
  const { filter, by, limit } = asked;
  const from = filter.from && filter.from > asked.from ? filter.from : asked.from;
  const to = filter.to && filter.to < asked.to ? filter.to : asked.to;
  if (from > to) return { entries: [], more: false };
  const found = eventsBetween(db, lens, { ...filter, from, to }, asked.uncertainOnly, limit + 1);
  const events = found.slice(0, limit);
  const laneIds = lanesOfEvents(db, events, by);
  const corrections = correctionsOf(db, events);
  const entries = events.map((event): LaneEntry => {
    const date = dateOf(event);
    const words = standingText(event, 'description', corrections.get(event.id) ?? new Map()) ?? '';
    // Replaced first and cut after: half a name would no longer be known as one.
    const shown = lens.view === 'anonymised' ? lens.see(placeOf(event.id, 'description'), words).text : words;
    return {
      id: event.id,
      ref: event.ref,
      laneIds: laneIds.get(event.id) ?? [],
      agencyId: event.agencyId,
      earliest: event.earliest,
      latest: event.latest,
      time: event.time,
      endTime: event.endTime,
      precision: event.precision,
      certainty: event.certainty,
      noContact: event.noContact,
      dateLabel: dateLabel(date),
      text: cut(shown),
    };
  });
  return { entries, more: found.length > limit };
}

function eventsBetween(db: ReadDb, lens: Lens, filter: EventFilter, uncertainOnly: boolean, most: number): StoredEvent[] {
  const spans = (event: StoredEvent): boolean => event.earliest !== event.latest;
  if (mustLook(db, lens, filter)) {
    const events: StoredEvent[] = [];
    for (const page of shownPages(db, lens, filter)) {
      events.push(...(uncertainOnly ? page.filter(spans) : page));
      if (events.length >= most) break;
    }
    return events.slice(0, most);
  }
  const sql = filterSql(db, filter, lens.view);
  const where = uncertainOnly ? [...sql.where, 'e.earliest IS NOT e.latest'] : sql.where;
  return db
    .all<Record<string, SqlValue>>(
      `SELECT e.* FROM ${sql.from} WHERE ${where.join(' AND ')} ORDER BY ${sql.pos} LIMIT ?`,
      ...sql.params,
      most,
    )
    .map((row) => decodeRow('event', row) as StoredEvent);
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, line.lastIndexOf(' ', EXCERPT - 1) + 1 || EXCERPT - 1).trimEnd()}…`;
}
