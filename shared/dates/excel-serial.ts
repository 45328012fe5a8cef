import { fromParts, isoDay } from '../kernel/clock.ts';
import type { DateReading } from '../model/event-date.ts';
import { formatDay } from './format.ts';
import { clockText } from './frame.ts';
import { problem, quoted } from './problems.ts';

/** Day 0 of the 1900 system after 1 March 1900 (ECMA-376 part 1, 18.17.4.1): its 29 February 1900 never was. */
const EPOCH = fromParts(1899, 12, 30);
const FIRST = 18_264; // 1 January 1950
const LAST = 62_000; // September 2069

/** A bare number of five figures is the day number that a spreadsheet left behind; a fraction is the time of day. */
export function readExcelSerial(text: string): DateReading | null {
  const m = /^(\d{5})(?:\.(\d+))?$/.exec(text);
  if (!m) return null;
  const serial = Number(m[1]);
  if (serial < FIRST || serial > LAST) return null;
  const minutes = minutesOf(m[2] ?? '');
  const day = isoDay(EPOCH + serial);
  const time = minutes < 0 ? null : clockText(minutes);
  return {
    earliest: day,
    latest: day,
    precision: time === null ? 'day' : 'time',
    certainty: 'certain',
    time,
    endTime: null,
    alternatives: [],
    problems: [problem('excelSerial', `${quoted(text)} is a spreadsheet’s day number. Read as ${formatDay(day)}.`)],
  };
}

/** A full fraction tells the second, so the minute is the one that it is in, as a spreadsheet shows it; a short one is rounded. */
function minutesOf(fraction: string): number {
  if (!(Number(fraction) > 0)) return -1;
  const part = Number(`0.${fraction}`);
  return Math.min(1439, fraction.length > 5 ? Math.floor(Math.round(part * 86_400) / 60) : Math.round(part * 1440));
}
