import type { DateProblem } from '../model/event-date.ts';

/** A clock time as written in a column of its own. Words like "pm" give no clock time and no problem. */
export type TimeReading = { time: string | null; endTime: string | null; approximate: boolean; problems: DateProblem[] };

/** Null for a blank cell. */
export function readTime(text: string): TimeReading | null {
  if (text.trim() === '') return null;
  const m = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text);
  const fits = m && Number(m[1]) < 24 && Number(m[2]) < 60;
  return { time: fits ? `${m[1]?.padStart(2, '0')}:${m[2]}` : null, endTime: null, approximate: false, problems: [] };
}
