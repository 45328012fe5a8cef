import { AppError } from '#shared/kernel/app-error.ts';
import type { ReviewPeriod } from '#shared/contract/gaps.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { dayNumber } from '#shared/kernel/clock.ts';
import { selectRows } from '../../db/store.ts';
import { fromBlob, type ReadDb } from '../../db/sql.ts';
import type { Row } from '../../db/tables.ts';
import type { Lens } from '../../kernel/lens.ts';
import { excerpts } from './named-agencies.ts';

export const periodOf = (row: Row): ReviewPeriod => ({
  id: row.id,
  kind: row['kind'] as ReviewPeriod['kind'],
  agencyId: row['agencyId'] as string | null,
  from: row['fromDay'] as string | null,
  to: row['toDay'] as string | null,
  reason: String(row['reason']),
  rowVersion: row['rowVersion'] as number,
});

export function listPeriods(db: ReadDb): OutputOf<'periods.list'> {
  const review = selectRows(db, 'review')[0];
  return {
    detailed: { from: (review?.['scopeFrom'] as string | null) ?? null, to: (review?.['scopeTo'] as string | null) ?? null },
    // The background first, then exceptions in order of their days.
    periods: selectRows(db, 'reviewPeriod', `ORDER BY kind, "fromDay", id`).map(periodOf),
  };
}

/** Refuses what is no period: no side at all, the end before the beginning, an exception of nobody or without its reason. */
export function refuseNoPeriod(period: Pick<ReviewPeriod, 'kind' | 'agencyId' | 'from' | 'to' | 'reason'>): void {
  const bad = (why: string): never => {
    throw new AppError('badInput', { where: 'the period', why });
  };
  for (const day of [period.from, period.to]) if (day !== null && !isDay(day)) bad('a day is not in the calendar');
  if (period.from === null && period.to === null) bad('it needs a first or a last day');
  if (period.from !== null && period.to !== null && period.from > period.to) bad('it ends before it begins');
  if (period.kind === 'exception' && period.agencyId === null) bad('an exception is for one agency');
  if (period.kind === 'exception' && period.reason === '') bad('an exception needs its reason');
}

export function isDay(day: string): boolean {
  try {
    dayNumber(day);
    return true;
  } catch {
    return false;
  }
}

type Side = { from: string | null; to: string | null };
type Dated = { earliest: string | null; latest: string | null };
type Lies = 'detailed' | 'exception' | 'background' | 'outside' | 'undated';

/** A date that may lie in a period lies in it: an open side reaches as far as it may. */
const meets = (date: Dated, { from, to }: Side): boolean =>
  (date.latest === null || from === null || date.latest >= from) &&
  (date.earliest === null || to === null || date.earliest <= to);

/** Where an entry lies: the detailed period wins, then an exception of its agency, then the background. */
export function liesIn(date: Dated, agencyId: string, detailed: Side, periods: readonly ReviewPeriod[]): Lies {
  if (date.earliest === null && date.latest === null) return 'undated';
  // Of a review that sets no period at all, everything was asked for: nothing can lie outside.
  const isSet = detailed.from !== null || detailed.to !== null;
  if (isSet ? meets(date, detailed) : periods.length === 0) return 'detailed';
  const in_ = (kind: ReviewPeriod['kind']): boolean =>
    periods.some((p) => p.kind === kind && (p.agencyId === null || p.agencyId === agencyId) && meets(date, p));
  return in_('exception') ? 'exception' : in_('background') ? 'background' : 'outside';
}

const LISTED = 100;

type Group = { agencyId: Uint8Array; n: number; first: number; last: number } & Dated;

/** Counted from an index alone, entries of one agency and date together; only those that are listed are looked at. */
export function standing(db: ReadDb, lens: Lens): OutputOf<'periods.standing'> {
  const { detailed, periods } = listPeriods(db);
  const counts = new Map<string, Record<Lies, number>>();
  const outside: Group[] = [];
  for (const group of db.all<Group>(
    `SELECT "agencyId", earliest, latest, count(*) AS n, min(pos) AS first, max(pos) AS last FROM event WHERE hidden = 0
      GROUP BY "agencyId", earliest, latest`,
  )) {
    const agencyId = fromBlob(group.agencyId);
    const count = counts.get(agencyId) ?? { detailed: 0, exception: 0, background: 0, outside: 0, undated: 0 };
    const lies = liesIn(group, agencyId, detailed, periods);
    count[lies] += group.n;
    counts.set(agencyId, count);
    if (lies === 'outside') outside.push(group);
  }
  return {
    agencies: selectRows(db, 'agency', 'ORDER BY ordinal').flatMap(({ id }) => {
      const count = counts.get(id);
      return count ? [{ agencyId: id, ...count }] : [];
    }),
    outside: excerpts(db, lens, firstPlaces(db, outside)),
  };
}

/** The first so many entries of these groups: they stand in the groups that begin first, of which no more are needed. */
function firstPlaces(db: ReadDb, groups: readonly Group[]): number[] {
  return groups
    .toSorted((a, b) => a.first - b.first)
    .slice(0, LISTED)
    .flatMap(({ agencyId, earliest, latest, first, last }) =>
      db.all<{ pos: number }>(
        `SELECT pos FROM event WHERE hidden = 0 AND "agencyId" = ? AND pos BETWEEN ? AND ? AND earliest IS ? AND latest IS ?
          ORDER BY pos LIMIT ${LISTED}`,
        ...[agencyId, first, last, earliest, latest],
      ),
    )
    .map(({ pos }) => pos)
    .sort((a, b) => a - b)
    .slice(0, LISTED);
}
