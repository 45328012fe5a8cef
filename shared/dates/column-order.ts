import type { DateReading } from '../model/event-date.ts';
import { isDay } from './calendar.ts';
import { formatDay } from './format.ts';
import { problem, quoted } from './problems.ts';

/** What a column's figures say of their order: `mixed` where both occur, `unclear` where every one works both ways. */
export type ColumnOrder = 'dayFirst' | 'monthFirst' | 'mixed' | 'unclear';

const FIGURES = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})(?!\d)/;

/** A figure over twelve shows which of the first two is the day. */
export function columnOrder(cells: Iterable<string>): ColumnOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const cell of cells) {
    const m = FIGURES.exec(cell);
    if (!m) continue;
    const [a, b] = [Number(m[1]), Number(m[2])];
    if (a > 12 && a <= 31 && b <= 12) dayFirst = true;
    if (b > 12 && b <= 31 && a <= 12) monthFirst = true;
  }
  return dayFirst && monthFirst ? 'mixed' : dayFirst ? 'dayFirst' : monthFirst ? 'monthFirst' : 'unclear';
}

/**
 * A date that works day-first is certain unless its column contradicts it: in a column that is month
 * first, the day-first reading stays and the other is offered. Cells that read the same both ways are left alone.
 */
export function doubtedByColumn(reading: DateReading, written: string): DateReading {
  const { earliest, latest } = reading;
  const m = FIGURES.exec(written);
  if (!m || earliest === null || earliest !== latest || reading.problems.some((p) => p.code === 'usOrder')) return reading;
  const year = Number(earliest.slice(0, 4));
  const [month, day] = [Number(m[1]), Number(m[2])];
  if (month === day || !isDay(year, month, day)) return reading;
  const other = `${earliest.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (other === earliest) return reading;
  const message = `${quoted(written)} can be ${formatDay(earliest)} or, month first as elsewhere in this column, ${formatDay(other)}. The first was taken.`;
  return {
    ...reading,
    certainty: 'uncertain',
    alternatives: [{ earliest: other, latest: other }, ...reading.alternatives.filter((a) => a.earliest !== other)],
    problems: [...reading.problems, problem('twoReadings', message)],
  };
}
