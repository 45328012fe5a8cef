import { partsOf, weekdayOf } from '../kernel/clock.ts';
import type { Precision } from '../model/event-date.ts';
import { addMonths, type DaySpan, monthSpan, yearSpan } from './calendar.ts';
import type { Frame } from './frame.ts';
import type { Atom, Shift } from './grammar/atoms.ts';
import { problem, quoted, spanText } from './problems.ts';
import { partOf } from './span-parts.ts';
import type { Resolved, Unresolved } from './resolved.ts';

/** "Two days later", "the following Friday": counted from the row above. Unread where there is none. */
export function resolveShift(date: Atom, frame: Frame, written: string): Resolved | Unresolved {
  const { previousFrom, previousTo } = frame;
  if (previousFrom === null || previousTo === null || !date.shift) {
    const message = `${quoted(written)} leans on the row above, and there is no dated row above. It was not read.`;
    return { span: null, problems: [problem('relative', message)], alternatives: [] };
  }
  const whole = shifted(date.shift, previousFrom, previousTo);
  const { span, precision, vague } = date.part > 0 ? partly(whole, date, frame) : whole;
  const message = `${quoted(written)} is counted from the row above (${spanText([previousFrom, previousTo])}). Read as ${spanText(span)}.`;
  return {
    span,
    year: partsOf(span[0]).year,
    precision,
    vague: vague || date.vague,
    uncertain: false,
    problems: [problem('relative', message)],
    alternatives: [],
  };
}

/** Early, mid or late of the month or year that is meant. */
function partly({ span }: Shifted, date: Atom, frame: Frame): Shifted {
  return { span: partOf(span, date.part, date.partTo, frame.conventions), precision: 'range', vague: true };
}

type Shifted = { span: DaySpan; precision: Precision; vague: boolean };

function shifted(shift: Shift, from: number, to: number): Shifted {
  switch (shift.by) {
    case 'days': {
      // the day before the first, the day after the last
      const base: DaySpan = shift.to < 0 ? [from, from] : shift.to === 0 ? [from, to] : [to, to];
      const span: DaySpan = [base[0] + shift.from, base[1] + shift.to];
      return { span, precision: span[0] === span[1] ? 'day' : 'range', vague: shift.vague };
    }
    case 'months': {
      const span: DaySpan = [addMonths(from, shift.count), addMonths(to, shift.count)];
      return { span, precision: span[0] === span[1] ? 'day' : 'range', vague: true };
    }
    case 'weekday': {
      const day = weekdayFrom(shift.direction < 0 ? from : to, shift.weekday, shift.direction);
      return { span: [day, day], precision: 'day', vague: false };
    }
    case 'week':
    case 'weekend': {
      const monday = to - weekdayOf(to) + 7 * shift.count;
      const week: DaySpan = shift.by === 'week' ? [monday, monday + 6] : weekend(to, shift.count);
      return { span: week, precision: 'range', vague: false };
    }
    case 'month': {
      const { year, month } = partsOf(addMonths(monthStart(to), shift.count));
      return { span: monthSpan(year, month), precision: 'month', vague: false };
    }
    case 'year':
      return { span: yearSpan(partsOf(to).year + shift.count), precision: 'year', vague: false };
    case 'restOfWeek': {
      const sunday = to + 6 - weekdayOf(to);
      const span: DaySpan = [Math.min(to + 1, sunday), sunday];
      return { span, precision: span[0] === span[1] ? 'day' : 'range', vague: true };
    }
  }
}

function monthStart(day: number): number {
  return day - partsOf(day).day + 1;
}

/** The next such weekday after a day, the last before it, or for 0 the first on or after it. */
export function weekdayFrom(day: number, weekday: number, direction: -1 | 0 | 1): number {
  const on = (weekday - weekdayOf(day) + 7) % 7;
  if (direction === 0) return day + on;
  if (direction > 0) return day + (on === 0 ? 7 : on);
  return day + (on === 0 ? -7 : on - 7);
}

/** The Saturday and Sunday on or after a day; one before it for -1. */
function weekend(day: number, count: number): DaySpan {
  const weekday = weekdayOf(day);
  const saturday = weekday === 6 ? day - 1 : day + 5 - weekday;
  const from = count > 0 && weekday >= 5 ? saturday + 7 : count < 0 ? saturday - 7 : saturday;
  return [from, from + 1];
}
