/** A day of the local calendar as ISO text, e.g. 2010-10-12. Never an instant: no time zone can move it. */
export type IsoDay = string;

/** Days since 1 January 1970 of the proleptic Gregorian calendar. Throws a RangeError for what is no day. */
export function dayNumber(day: IsoDay): number {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!m) throw new RangeError('not a day');
  const n = fromParts(Number(m[1]), Number(m[2]), Number(m[3]));
  if (isoDay(n) !== day) throw new RangeError('not a day');
  return n;
}

/** Inverse of dayNumber. */
export function isoDay(n: number): IsoDay {
  const { year, month, day } = partsOf(n);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Year, month (1–12) and day → day number, by Howard Hinnant's published calendar arithmetic (2013). */
export function fromParts(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146097 + doe - 719468;
}

export function partsOf(n: number): { year: number; month: number; day: number } {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(n: number): number {
  return (((n + 3) % 7) + 7) % 7;
}
