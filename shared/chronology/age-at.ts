import { ageAt, ageLabel, intervalDays } from '../dates/ages.ts';
import type { IsoDay } from '../kernel/clock.ts';
import type { RegisterEntry } from '../model/register.ts';

export const UNBORN = 'unborn';
type Days = { earliest: IsoDay | null; latest: IsoDay | null };

/** An age at an entry; where its date is uncertain, from the youngest to the oldest that the child may have been. */
export function ageAtDate(dateOfBirth: IsoDay, date: Days): string | null {
  const first = date.earliest ?? date.latest;
  const last = date.latest ?? date.earliest;
  if (first === null || last === null) return null;
  const oldest = ageLabel(dateOfBirth, last);
  if (oldest === null) return UNBORN;
  const youngest = ageLabel(dateOfBirth, first);
  if (youngest === null) return `${UNBORN} to ${oldest}`;
  if (youngest === oldest) return oldest;
  // Over more than a season months say nothing.
  const [from, to] = [ageAt(dateOfBirth, first), ageAt(dateOfBirth, last)];
  if (from && to && to.years >= 2 && intervalDays(first, last) > 100) {
    return from.years === to.years ? `${to.years}y` : `${from.years}–${to.years}y`;
  }
  const [a, b] = [parts(youngest), parts(oldest)];
  if (a && b && a.years === b.years) return `${a.years}y ${a.months}–${b.months}m`;
  const [n, unit] = [Number.parseInt(youngest, 10), youngest.replace(/\d+/, '')];
  return /^\d+[dwm]$/.test(youngest) && oldest.endsWith(unit) && !oldest.includes('y')
    ? `${n}–${oldest}`
    : `${youngest} – ${oldest}`;
}

function parts(label: string): { years: number; months: number } | null {
  const m = /^(\d+)y(?: (\d+)m)?$/.exec(label);
  return m ? { years: Number(m[1]), months: Number(m[2] ?? 0) } : null;
}

/** A child of the review, whose age stands beside each entry. */
export type Child = { id: string; name: string; short: string; dateOfBirth: IsoDay };

/**
 * The child whom the review is about, then everybody on the register with a date of birth who was under eighteen when the
 * period ended, by age. Without a period, everybody under eighteen today.
 */
export function childrenOf(entries: readonly RegisterEntry[], subject: string, lastDay: IsoDay): Child[] {
  const about = subject.trim().toLowerCase();
  const isSubject = (entry: { name: string }): boolean => about !== '' && entry.name.trim().toLowerCase() === about;
  const children = entries
    .flatMap((entry): Child[] => {
      if (entry.kind !== 'person' || !entry.dateOfBirth) return [];
      const name = entry.pseudonym || 'Left out';
      const child = { id: entry.id, name, short: name.split(/\s+/).at(-1) ?? name, dateOfBirth: entry.dateOfBirth };
      const age = ageAt(entry.dateOfBirth, lastDay);
      return isSubject(child) || age === null || age.years < 18 ? [child] : [];
    })
    .sort((a, b) => Number(isSubject(b)) - Number(isSubject(a)) || (a.dateOfBirth < b.dateOfBirth ? -1 : 1));
  // "Child S" is S and "Sibling W" is W, unless two would be alike.
  const alike = new Set(children.map(({ short }) => short)).size < children.length;
  return alike ? children.map((child) => ({ ...child, short: child.name })) : children;
}
