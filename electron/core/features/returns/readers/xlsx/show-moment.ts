import { MONTH_NAMES, monthSpan, WEEKDAY_NAMES } from '#shared/dates/calendar.ts';
import { fromParts, isoDay, partsOf, weekdayOf } from '#shared/kernel/clock.ts';
import type { RawMoment } from '../reader.ts';
import type { FormatSection, FormatToken } from './format-code.ts';

/** How a day number shows, and what of it shows. */
export type ShownMoment = {
  text: string;
  moment: RawMoment | null;
  /** The day, or the year, that the file holds and does not show. */
  unseen: 'day' | 'year' | null;
};

/** What Excel shows for a date before its first and after its last day. */
const NO_DATE: ShownMoment = { text: '########', moment: null, unseen: null };
const LAST_DAY = 2_958_465;
const EPOCH_1900 = fromParts(1899, 12, 30);
const EPOCH_1904 = fromParts(1904, 1, 1);
const TWO = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/**
 * A day number as its format shows it. In the 1900 system day 60 is 29 February 1900, which never was
 * (ECMA-376 part 1, 18.17.4.1): it shows and is no date.
 */
export function showMoment(serial: number, { tokens }: Pick<FormatSection, 'tokens'>, is1904: boolean): ShownMoment {
  if (!(serial >= 0) || serial > LAST_DAY + 1) return NO_DATE;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds >= 86_400) {
    day++;
    seconds = 0;
  }
  const parts = partsOfSerial(day, is1904);
  const shows = { year: false, month: false, day: false, hour: false };
  for (const { is } of tokens) if (is in shows) shows[is as keyof typeof shows] = true;
  const clock = {
    day,
    seconds,
    part: serial * 86_400 - Math.floor(serial * 86_400),
    half: tokens.some(({ is }) => is === 'noon'),
  };
  const text = tokens.map((token) => shown(token, parts, clock)).join('');
  const elapsed = tokens.some(({ is }) => is === 'elapsed');
  const time =
    shows.hour || (elapsed && serial < 1) ? `${TWO(Math.floor(seconds / 3600))}:${TWO(Math.floor(seconds / 60) % 60)}` : null;
  const isDated = shows.year || shows.month || shows.day;
  // Nought with a date's format is what a link to an empty cell shows: no date at all.
  if (isDated && serial === 0 && !is1904)
    return { text, moment: { earliest: null, latest: null, precision: 'day', time: null }, unseen: null };
  if (!isDated || (day === 0 && !is1904)) {
    const moment: RawMoment = { earliest: null, latest: null, precision: 'day', time };
    return { text, moment: time === null ? null : moment, unseen: null };
  }
  if (parts.number === null) return { text, moment: null, unseen: null };
  const unseen = !shows.year ? 'year' : !shows.day && parts.day !== 1 ? 'day' : null;
  return { text, moment: { ...span(parts.number, shows), time }, unseen };
}

type Parts = { year: number; month: number; day: number; number: number | null };

function partsOfSerial(day: number, is1904: boolean): Parts {
  if (is1904) return { ...partsOf(EPOCH_1904 + day), number: EPOCH_1904 + day };
  if (day === 0) return { year: 1900, month: 1, day: 0, number: null };
  if (day === 60) return { year: 1900, month: 2, day: 29, number: null };
  const number = EPOCH_1900 + day + (day < 60 ? 1 : 0);
  return { ...partsOf(number), number };
}

/** The stretch of days that the shown parts name. */
function span(number: number, shows: { month: boolean; day: boolean }): Omit<RawMoment, 'time'> {
  const { year, month } = partsOf(number);
  if (shows.day) return { earliest: isoDay(number), latest: isoDay(number), precision: 'day' };
  const [from, to] = shows.month ? monthSpan(year, month) : [fromParts(year, 1, 1), fromParts(year, 12, 31)];
  return { earliest: isoDay(from), latest: isoDay(to), precision: shows.month ? 'month' : 'year' };
}

type Clock = { day: number; seconds: number; part: number; half: boolean };

function shown(token: FormatToken, parts: Parts, { day, seconds, part, half }: Clock): string {
  const hours = Math.floor(seconds / 3600);
  const padded = (n: number, width: number): string => (width > 1 ? TWO(n) : `${n}`);
  switch (token.is) {
    case 'text':
      return token.text;
    case 'year':
      return token.letter === 'y' && token.width <= 2 ? TWO(parts.year % 100) : String(parts.year).padStart(4, '0');
    case 'month': {
      const name = MONTH_NAMES[parts.month - 1] ?? '';
      if (token.width <= 2) return padded(parts.month, token.width);
      return token.width === 3 ? name.slice(0, 3) : token.width === 5 ? name.slice(0, 1) : name;
    }
    case 'day': {
      const name = parts.number === null ? '' : (WEEKDAY_NAMES[weekdayOf(parts.number)] ?? '');
      if (token.width <= 2) return padded(parts.day, token.width);
      return token.width === 3 ? name.slice(0, 3) : name;
    }
    case 'hour':
      return padded(half ? hours % 12 || 12 : hours, token.width);
    case 'minute':
      return padded(Math.floor(seconds / 60) % 60, token.width);
    case 'second':
      return padded(seconds % 60, token.width);
    case 'fraction':
      return String(Math.floor(part * 10) % 10);
    case 'noon':
      return token.text.length === 3 ? (hours < 12 ? 'A' : 'P') : hours < 12 ? 'AM' : 'PM';
    case 'elapsed': {
      const all = day * 86_400 + seconds;
      const n = token.letter === 'h' ? all / 3600 : token.letter === 'm' ? all / 60 : all;
      return String(Math.floor(n)).padStart(token.width, '0');
    }
    default:
      return '';
  }
}
