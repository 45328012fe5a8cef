import { fromParts, type IsoDay, isoDay, partsOf, dayNumber } from '../kernel/clock.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** First and last day that a written date stands for; null if it is none of the forms that plans use. */
export function daysOf(text: string, today?: IsoDay): { first: IsoDay; last: IsoDay } | null {
  const t = text.trim().toLowerCase();
  let m = new RegExp(`(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+(${MONTH})(?:,?[\\s-]+(\\d{4}|\\d{2}))?$`).exec(t);
  if (m) return oneDay(yearOf(m[3]), monthOf(m[2]!), Number(m[1]), today);
  m = new RegExp(`(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})$`).exec(t);
  if (m) return oneDay(Number(m[3]), monthOf(m[1]!), Number(m[2]), today);
  m = /(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t);
  if (m) return oneDay(Number(m[1]), Number(m[2]), Number(m[3]), today);
  m = /(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$/.exec(t);
  if (m) return oneDay(yearOf(m[3]), Number(m[2]), Number(m[1]), today);
  m = new RegExp(`(${MONTH})(?:,?[\\s-]+['’]?(\\d{4}|\\d{2}))?$`).exec(t);
  if (m) return months(yearOf(m[2]), monthOf(m[1]!), 1, today);
  m = /(spring|summer|autumn|winter)(?:,?\s+(?:of\s+)?(\d{4}))$/.exec(t);
  if (m) return months(Number(m[2]), { spring: 3, summer: 6, autumn: 9, winter: 12 }[m[1]!] ?? 3, 3, today);
  m = /(autumn|summer) term(?:,?\s+(?:of\s+|in\s+)?(\d{4}))$/.exec(t);
  // Autumn term September–December; the summer term's end is the end of July.
  if (m) return months(Number(m[2]), m[1] === 'autumn' ? 9 : 5, m[1] === 'autumn' ? 4 : 3, today);
  m = /(?:q|quarter\s*)([1-4])(?:\s+(?:of\s+)?(\d{4}))$/.exec(t);
  if (m) return months(Number(m[2]), Number(m[1]) * 3 - 2, 3, today);
  m = /(?:financial|tax) year(?:\s+(\d{4})(?:\s?[/–-]\s?\d{2,4})?)?$/.exec(t);
  if (m) return m[1] ? months(Number(m[1]), 4, 12, today) : today ? months(financialYear(today), 4, 12, today) : null;
  m = /(?:academic|school) year\s+(\d{4})(?:\s?[/–-]\s?\d{2,4})?$/.exec(t);
  if (m) return months(Number(m[1]), 9, 12, today);
  m = /(?:^|\s)((?:19|20)\d{2})$/.exec(t);
  if (m) return months(Number(m[1]), 1, 12, today);
  return null;
}

const monthOf = (name: string): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const yearOf = (text: string | undefined): number | null =>
  text === undefined ? null : text.length === 2 ? 2000 + Number(text) : Number(text);
function financialYear(today: IsoDay): number {
  const { year, month } = partsOf(dayNumber(today));
  return month >= 4 ? year : year - 1;
}

function oneDay(year: number | null, month: number, day: number, today?: IsoDay): { first: IsoDay; last: IsoDay } | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (year === null) {
    if (!today) return null;
    const now = partsOf(dayNumber(today));
    return oneDay(now.month > month || (now.month === month && now.day > day) ? now.year + 1 : now.year, month, day);
  }
  const n = fromParts(year, month, day);
  const back = partsOf(n);
  if (back.month !== month || back.day !== day) return null;
  return { first: isoDay(n), last: isoDay(n) };
}

function months(year: number | null, month: number, count: number, today?: IsoDay): { first: IsoDay; last: IsoDay } | null {
  if (year === null) {
    if (!today) return null;
    const now = partsOf(dayNumber(today));
    return months(now.month > month ? now.year + 1 : now.year, month, count);
  }
  const end = month - 1 + count;
  return {
    first: isoDay(fromParts(year, month, 1)),
    last: isoDay(fromParts(year + Math.floor(end / 12), (end % 12) + 1, 1) - 1),
  };
}

/** The due day of "by the end of …", "before …", "by mid …": by takes the day in, before leaves it out. */
export function dueOf(dateText: string, lead: string, today?: IsoDay): IsoDay | undefined {
  const days = daysOf(dateText, today);
  if (!days) return undefined;
  const before = /\b(?:before|prior to|ahead of|in time for)\b/i.test(lead);
  if (/\b(?:start|beginning)\b/i.test(lead)) return isoDay(dayNumber(days.first) - (before ? 1 : 0));
  if (before) return isoDay(dayNumber(/\bend\b/i.test(lead) ? days.last : days.first) - 1);
  const span = dayNumber(days.last) - dayNumber(days.first);
  if (span > 0 && span < 32) {
    // early, mid, late = days 1–10, 11–20, 21–end (INTERFACE.md, Conventions)
    if (/\b(?:early|first week)\b/i.test(lead)) return isoDay(dayNumber(days.first) + (/week/i.test(lead) ? 6 : 9));
    if (/\b(?:mid|middle)\b/i.test(lead)) return isoDay(dayNumber(days.first) + 19);
  }
  return days.last;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** A day some days, weeks, months or years after another; a month has no thirty-first where it has none. */
export function dayAfter(day: IsoDay, count: string, unit: string): IsoDay | undefined {
  const written = count
    .toLowerCase()
    .split(/\s?(?:-|–|to|or)\s?/)
    .at(-1)!;
  const n = /^\d+$/.test(written)
    ? Number(written)
    : /^(?:an?|the)$/.test(written)
      ? 1
      : written === 'eighteen'
        ? 18
        : NUMBERS.indexOf(written) + 1;
  if (n <= 0) return undefined;
  const at = dayNumber(day);
  if (/^working/i.test(unit)) return undefined;
  if (/day/i.test(unit)) return isoDay(at + n);
  if (/fortnight/i.test(unit)) return isoDay(at + 14 * n);
  if (/week/i.test(unit)) return isoDay(at + 7 * n);
  const { year, month, day: d } = partsOf(at);
  const index = month - 1 + (/year/i.test(unit) ? 12 * n : /quarter/i.test(unit) ? 3 * n : n);
  const [y, mo] = [year + Math.floor(index / 12), (index % 12) + 1];
  const next = index + 1;
  const last = partsOf(fromParts(year + Math.floor(next / 12), (next % 12) + 1, 1) - 1).day;
  return isoDay(fromParts(y, mo, Math.min(d, last)));
}
