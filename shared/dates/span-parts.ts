import { partsOf } from '../kernel/clock.ts';
import { type DaySpan, monthSpan, monthsSpan } from './calendar.ts';
import type { DateConventions } from './conventions.ts';

/** Early, mid, late (1–3) of a month or year by the conventions; of anything longer, by thirds of its months or days. */
export function partOf(span: DaySpan, part: number, partTo: number, conventions: DateConventions): DaySpan {
  const [from, to] = span;
  if (from === to) return span;
  const a = partsOf(from);
  const b = partsOf(to);
  const wholeMonths = a.day === 1 && to === monthSpan(b.year, b.month)[1];
  const months = (b.year - a.year) * 12 + b.month - a.month + 1;
  if (wholeMonths && months === 1) {
    const [early, mid] = conventions.partsOfMonth;
    const edges = [from, from + early, from + mid, to + 1];
    return [edges[part - 1] ?? from, (edges[partTo] ?? to + 1) - 1];
  }
  const cuts =
    wholeMonths && months === 12 && a.month === 1
      ? [0, ...conventions.partsOfYear, 12]
      : wholeMonths && months % 3 === 0
        ? thirds(months)
        : null;
  if (cuts) {
    const first = cuts[part - 1] ?? 0;
    const last = cuts[partTo] ?? months;
    const start = a.month - 1 + first;
    return monthsSpan(a.year + Math.floor(start / 12), (start % 12) + 1, last - first);
  }
  const third = (to - from + 1) / 3;
  return [from + Math.round(third * (part - 1)), from + Math.round(third * partTo) - 1];
}

function thirds(months: number): number[] {
  // a decade is cut at whole years: 1990–93, 1994–96, 1997–99
  if (months === 120) return [0, 48, 84, 120];
  return [0, months / 3, (2 * months) / 3, months];
}
