import { readDate } from '../dates/read-date.ts';
import { dayNumber, fromParts, type IsoDay, isoDay, partsOf } from '../kernel/clock.ts';

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** Plans look forward: a year of two figures is one of this century. */
const CENTURY = { scopeFrom: '2000-01-01', scopeTo: '2099-12-31' };

/** First and last day that a written date stands for; null where it is no plain date. Without a year: the next such day. */
export function daysOf(text: string, today?: IsoDay): { first: IsoDay; last: IsoDay } | null {
  const plain = text
    .trim()
    .replace(/^the\s+/i, '')
    .replace(/\b(?:school|tax) year\b/i, (m) => (/^s/i.test(m) ? 'academic year' : 'financial year'))
    .replace(/^calendar year\s+/i, '')
    .replace(/['’](?=\d{2}\b)/, '20');
  if (!/\d|[a-z]{3}/i.test(plain)) return null;
  if (/\d{4}|\d[./-]\d|\D\d{2}$/.test(plain)) return read(plain);
  if (today === undefined) return null;
  const { year, month } = partsOf(dayNumber(today));
  if (/^financial year$/i.test(plain))
    return read(
      `financial year ${month >= 4 ? year : year - 1}/${String((month >= 4 ? year + 1 : year) % 100).padStart(2, '0')}`,
    );
  for (const y of [year, year + 1]) {
    const days = read(`${plain} ${y}`);
    if (days && days.last >= today) return days;
  }
  return null;
}

function read(text: string): { first: IsoDay; last: IsoDay } | null {
  const { earliest, latest, problems } = readDate(text, CENTURY);
  return earliest !== null && latest !== null && problems.length === 0 ? { first: earliest, last: latest } : null;
}

/** The due day of "by the end of …", "before …", "by mid …": by takes the day in, before leaves it out. */
export function dueOf(dateText: string, lead: string, today?: IsoDay): IsoDay | undefined {
  const days = daysOf(dateText, today);
  if (!days) return undefined;
  const before = /\b(?:before|prior to|ahead of|in time for)\b/i.test(lead);
  if (/\b(?:start|beginning|from|effective|with effect|commencing|starting)\b/i.test(lead))
    return isoDay(dayNumber(days.first) - (before ? 1 : 0));
  if (before) return isoDay(dayNumber(/\bend\b/i.test(lead) ? days.last : days.first) - 1);
  const span = dayNumber(days.last) - dayNumber(days.first);
  if (span > 0 && span < 32) {
    // early, mid, late = days 1–10, 11–20, 21–end
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
