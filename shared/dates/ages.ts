import { dayNumber, type IsoDay, partsOf } from '../kernel/clock.ts';

export type Age = { years: number; months: number; days: number };

/** Age in completed years, months and days; null before birth. Born on 29 February: a year older on 1 March (English law). */
export function ageAt(dateOfBirth: IsoDay, day: IsoDay): Age | null {
  const from = dayNumber(dateOfBirth);
  const to = dayNumber(day);
  if (to < from) return null;
  const born = partsOf(from);
  const at = partsOf(to);
  const months = (at.year - born.year) * 12 + at.month - born.month - (at.day < born.day ? 1 : 0);
  const whole = Math.floor((born.month - 1 + months) / 12);
  const month = ((born.month - 1 + months) % 12) + 1;
  const anchor = startOfMonth(born.year + whole, month) + born.day - 1;
  return { years: Math.floor(months / 12), months: months % 12, days: Math.max(0, to - anchor) };
}

function startOfMonth(year: number, month: number): number {
  return dayNumber(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}

/** "6y 5m"; under two years "14m"; under three months in weeks, then days: "11w", "5d". */
export function ageLabel(dateOfBirth: IsoDay, day: IsoDay): string | null {
  const age = ageAt(dateOfBirth, day);
  if (!age) return null;
  if (age.years >= 2) return age.months === 0 ? `${age.years}y` : `${age.years}y ${age.months}m`;
  const months = age.years * 12 + age.months;
  if (months >= 3) return `${months}m`;
  const days = intervalDays(dateOfBirth, day);
  return days >= 7 ? `${Math.floor(days / 7)}w` : `${days}d`;
}

/** Whole days from one day to another; negative where the second is earlier. */
export function intervalDays(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}
