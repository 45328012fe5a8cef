import type { DateReading } from '../model/event-date.ts';
import { problem, quoted } from './problems.ts';

// a single "?" with a space is the writer's doubt of what follows, not a day
const UNKNOWN = /^(\?+|x+|_+|-{2,}|\*+|dd|nk|0{1,2})(?:\s*[/.-]\s*|\s+)(.*)$/i;
const UNKNOWN_MONTH = /^(\?+|x+|_+|-{2,}|\*+|mm|nk|0{1,2})(?:\s*[/.-]\s*|\s+)((?:\d{4}|\d{2}))$/i;

/**
 * "??/05/2010", "xx May 2010", "00/05/2010": the day is not known, so the month is what was said. A day of nought is
 * what some systems print for it, so it is flagged.
 */
export function withUnknownDay(written: string, read: (rest: string) => DateReading): DateReading | null {
  const day = UNKNOWN.exec(written);
  const rest = day?.[2] ?? '';
  if (!day || rest === '' || /^\?\s+\D/.test(written)) return null;
  const month = UNKNOWN_MONTH.exec(rest);
  const year = month?.[2]?.length === 2 ? `Jan '${month[2]}` : month?.[2];
  const reading = month
    ? read(year ?? '')
    : /^\d{1,2}\s*[/.-]\s*\d{2}$/.test(rest)
      ? read(rest.replace(/(\d{1,2})\s*[/.-]\s*(\d{2})/, (_, m, y) => `${MONTHS[Number(m) - 1] ?? 'x'} '${y}`))
      : read(rest);
  if (month && year !== month[2]) return wholeYear(reading);
  if (reading.precision !== (month ? 'year' : 'month')) return null;
  if (!day[1]?.startsWith('0')) return reading;
  const message = `${quoted(written)} has nought for the day. Only ${month ? 'year' : 'month and year'} were read.`;
  return { ...reading, certainty: 'uncertain', problems: [...reading.problems, problem('impossible', message)] };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function wholeYear(reading: DateReading): DateReading | null {
  const year = reading.earliest?.slice(0, 4);
  return year === undefined
    ? null
    : { ...reading, earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: 'year', alternatives: [] };
}
