import { dayNumber } from '#shared/kernel/clock.ts';
import { readDate } from '#shared/dates/read-date.ts';
import { fromBlob, type ReadDb } from '../../db/sql.ts';
import { daysOfContact, type Days } from './find-gaps.ts';

/** An entry by which an agency states that it had no contact. */
export type Statement = Days & { id: string; ref: number };
/** What one agency's entries say of contact. */
export type Contacts = { entries: number; contact: Days[]; vague: Days[]; stated: Statement[] };

type Spread = {
  id: Uint8Array;
  ref: number;
  agencyId: Uint8Array;
  earliest: string | null;
  latest: string | null;
  precision: string;
  certainty: string;
};

/**
 * The days of contact by agency. Entries of one plain day, nearly all, are answered by an index alone; only those with a
 * span of days and those that state no contact are looked at one by one.
 */
export function contactsByAgency(db: ReadDb): Map<string, Contacts> {
  const all = new Map<string, Contacts>();
  const of = (id: Uint8Array): Contacts => {
    const key = fromBlob(id);
    const known = all.get(key) ?? { entries: 0, contact: [], vague: [], stated: [] };
    all.set(key, known);
    return known;
  };
  const none = new Map<string, number>();
  for (const row of db.all<Spread & { description: string }>(
    `SELECT id, ref, "agencyId", earliest, latest, precision, certainty, description FROM event
      WHERE "noContact" = 1 AND hidden = 0 AND coalesce(earliest, latest) IS NOT NULL`,
  )) {
    const key = `${fromBlob(row.agencyId)} ${row.earliest}`;
    if (row.earliest === row.latest) none.set(key, (none.get(key) ?? 0) + 1);
    of(row.agencyId).stated.push({ ...statedDays(row), id: fromBlob(row.id), ref: row.ref });
  }
  for (const row of db.all<{ agencyId: Uint8Array; earliest: string; n: number }>(
    `SELECT "agencyId", earliest, count(*) AS n FROM event WHERE hidden = 0 AND earliest = latest GROUP BY "agencyId", earliest`,
  )) {
    const agency = of(row.agencyId);
    agency.entries += row.n;
    const day = dayNumber(row.earliest);
    if (row.n > (none.get(`${fromBlob(row.agencyId)} ${row.earliest}`) ?? 0)) agency.contact.push({ from: day, to: day });
  }
  for (const row of db.all<Spread & { noContact: number }>(
    `SELECT id, ref, "agencyId", earliest, latest, precision, certainty, "noContact" FROM event WHERE hidden = 0 AND earliest IS NOT latest`,
  )) {
    const agency = of(row.agencyId);
    agency.entries += 1;
    if (row.noContact === 1) continue;
    const { contact, vague } = daysOfContact({
      earliest: row.earliest === null ? null : dayNumber(row.earliest),
      latest: row.latest === null ? null : dayNumber(row.latest),
      statedRange: row.precision === 'range' && row.certainty === 'certain',
    });
    if (contact) agency.contact.push(contact);
    if (vague) agency.vague.push(vague);
  }
  return all;
}

/** The days that a statement is about: those of its date, or those that its words name ("none between 3 March and 10 May 2024"). */
function statedDays(row: Spread & { description: string }): Days {
  const first = dayNumber((row.earliest ?? row.latest) as string);
  const last = dayNumber((row.latest ?? row.earliest) as string);
  const told = /\b(?:between|from|during|for|in)\s+(.{4,80}?)[.\s]*$/i.exec(row.description.replace(/\s+/g, ' '))?.[1];
  if (told === undefined || first !== last) return { from: first, to: last };
  const read = readDate(told.replace(/\s+and\s+/i, ' to '));
  if (read.earliest === null || read.latest === null || read.problems.length > 0) return { from: first, to: last };
  return { from: dayNumber(read.earliest), to: dayNumber(read.latest) };
}
