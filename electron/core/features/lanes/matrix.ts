import type { OutputOf } from '#shared/contract/index.ts';
import { addMonths } from '#shared/dates/calendar.ts';
import { dayNumber, fromParts, isoDay, partsOf } from '#shared/kernel/clock.ts';
import { fromBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { IN_A_WEEK } from './weeks.ts';

type Matrix = OutputOf<'matrix.get'>;
type Asked = { from: string | null; to: string | null; parts: 'quarter' | 'month' };
type Tagged = { themeId: Uint8Array; eventId: Uint8Array; agencyId: Uint8Array; day: string };

/**
 * Themes against agencies. Counted from the tags, not from the weekly counts: a month ends within a week, and a cell must
 * hold exactly the entries that it opens. So it counts as the filter does: a theme takes in those below it, each entry once,
 * and a date that may fall in the period falls in it, in the part in which it begins.
 */
export function themeMatrix(db: ReadDb, asked: Asked): Matrix {
  const tagged = db.all<Tagged>(
    `SELECT t."themeId", t."eventId", e."agencyId", coalesce(e.earliest, e.latest) AS day FROM "themeTag" t
       JOIN event e ON e.id = t."eventId"
      WHERE ${IN_A_WEEK} AND (e.latest IS NULL OR e.latest >= ?) AND (e.earliest IS NULL OR e.earliest <= ?)`,
    asked.from ?? '0000-00-00',
    asked.to ?? '9999-99-99',
  );
  const themes = selectRows(db, 'theme', 'ORDER BY position');
  const names = new Map(themes.map((row) => [row.id, String(row['name'])]));
  const parents = new Map(themes.map((row) => [row.id, row['parentId'] as string | null]));
  const agencies = selectRows(db, 'agency', 'ORDER BY ordinal').map((row) => row.id);
  const days = tagged.map((row) => row.day).sort();
  const first = asked.from ?? days[0] ?? null;
  const last = asked.to ?? days.at(-1) ?? null;
  const starts = first === null || last === null ? [] : startsOf(first, last, asked.parts === 'month' ? 1 : 3);
  const cells = new Map<string, { entries: number; parts: number[] }>();
  const seen = new Set<string>();
  for (const row of tagged) {
    const eventId = fromBlob(row.eventId);
    const agencyId = fromBlob(row.agencyId);
    const part = Math.max(
      0,
      starts.findLastIndex((start) => start <= row.day),
    );
    for (const themeId of withAbove(fromBlob(row.themeId), parents)) {
      if (seen.has(`${themeId}:${eventId}`)) continue;
      seen.add(`${themeId}:${eventId}`);
      const key = `${themeId}:${agencyId}`;
      const cell = cells.get(key) ?? { entries: 0, parts: starts.map(() => 0) };
      cell.entries += 1;
      cell.parts[part] = (cell.parts[part] ?? 0) + 1;
      cells.set(key, cell);
    }
  }
  return {
    starts,
    end: starts.length === 0 || last === null ? null : isoDay(dayNumber(last) + 1),
    agencies,
    rows: inTree([...names.keys()], parents).map((themeId) => ({
      themeId,
      name: names.get(themeId) ?? '',
      depth: withAbove(themeId, parents).length - 1,
      cells: agencies.map((agencyId) => ({
        agencyId,
        ...(cells.get(`${themeId}:${agencyId}`) ?? { entries: 0, parts: starts.map(() => 0) }),
      })),
    })),
  };
}

type Parents = ReadonlyMap<string, string | null>;
/** A theme and those above it. */
function withAbove(themeId: string, parents: Parents): string[] {
  const found = [themeId];
  for (let above = parents.get(themeId); above && !found.includes(above); above = parents.get(above)) found.push(above);
  return found;
}

/** Themes each followed by those beneath it. */
function inTree(ids: readonly string[], parents: Parents): string[] {
  const under = (parent: string | null): string[] =>
    ids.filter((id) => (parents.get(id) ?? null) === parent).flatMap((id) => [id, ...under(id)]);
  return under(null);
}

/** The first day, then the first of each month or calendar quarter within the period. */
function startsOf(first: string, last: string, months: 1 | 3): string[] {
  const { year, month } = partsOf(dayNumber(first));
  const starts = [first];
  let at = fromParts(year, month - ((month - 1) % months), 1);
  for (at = addMonths(at, months); isoDay(at) <= last; at = addMonths(at, months)) starts.push(isoDay(at));
  return starts;
}
