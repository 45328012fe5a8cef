import type { OutputOf } from '#shared/contract/index.ts';
import { addMonths } from '#shared/dates/calendar.ts';
import { dayNumber, fromParts, isoDay, partsOf } from '#shared/kernel/clock.ts';
import { fromBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { IN_A_WEEK } from './weeks.ts';

type Matrix = OutputOf<'matrix.get'>;
type Asked = { from: string | null; to: string | null; parts: 'quarter' | 'month' };
type Counted = { themeId: Uint8Array; agencyId: Uint8Array; day: string; n: number };

/**
 * Themes against agencies. Counted by the day from which an entry stands, not from the weekly counts: a month ends within a
 * week, and a cell must hold exactly the entries that it opens.
 */
export function themeMatrix(db: ReadDb, asked: Asked): Matrix {
  const counted = db.all<Counted>(
    `SELECT t."themeId", e."agencyId", coalesce(e.earliest, e.latest) AS day, count(*) AS n FROM "themeTag" t
       JOIN event e ON e.id = t."eventId" WHERE ${IN_A_WEEK} AND day >= ? AND day <= ? GROUP BY 1, 2, 3`,
    asked.from ?? '0000-00-00',
    asked.to ?? '9999-99-99',
  );
  const themes = selectRows(db, 'theme', 'ORDER BY position');
  const agencies = selectRows(db, 'agency', 'ORDER BY ordinal').map((row) => row.id);
  const days = counted.map((row) => row.day).sort();
  const first = asked.from ?? days[0] ?? null;
  const last = asked.to ?? days.at(-1) ?? null;
  const starts = first === null || last === null ? [] : startsOf(first, last, asked.parts === 'month' ? 1 : 3);
  const end = starts.length === 0 || last === null ? null : isoDay(dayNumber(last) + 1);
  const cells = new Map<string, { entries: number; parts: number[] }>();
  for (const row of counted) {
    const key = `${fromBlob(row.themeId)}:${fromBlob(row.agencyId)}`;
    const cell = cells.get(key) ?? { entries: 0, parts: starts.map(() => 0) };
    const part = starts.findLastIndex((start) => start <= row.day);
    cell.entries += row.n;
    if (part >= 0) cell.parts[part] = (cell.parts[part] ?? 0) + row.n;
    cells.set(key, cell);
  }
  const parents = new Map(themes.map((row) => [row.id, row['parentId'] as string | null]));
  const depthOf = (id: string, seen = 0): number => {
    const parent = parents.get(id);
    return parent && seen < 20 ? depthOf(parent, seen + 1) : seen;
  };
  return {
    starts,
    end,
    agencies,
    rows: inTree(
      themes.map((row) => row.id),
      parents,
    ).map((themeId) => ({
      themeId,
      name: String(themes.find((row) => row.id === themeId)?.['name'] ?? ''),
      depth: depthOf(themeId),
      cells: agencies.map((agencyId) => ({
        agencyId,
        ...(cells.get(`${themeId}:${agencyId}`) ?? { entries: 0, parts: starts.map(() => 0) }),
      })),
    })),
  };
}

/** Themes each followed by those beneath it. */
function inTree(ids: readonly string[], parents: ReadonlyMap<string, string | null>): string[] {
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
