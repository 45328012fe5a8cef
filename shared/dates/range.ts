import { partsOf } from '../kernel/clock.ts';
import type { DateProblem } from '../model/event-date.ts';
import type { DaySpan } from './calendar.ts';
import type { Frame } from './frame.ts';
import { type Atom, atom } from './grammar/atoms.ts';
import { problem, quoted, spanText } from './problems.ts';
import { resolve, sameSpan } from './resolve.ts';
import type { Resolved, Unresolved } from './resolved.ts';
import type { Dated } from './statement.ts';

/** Two or more dates that belong together: from–to, a list, or one of several. */
export function resolveChain(chain: readonly Dated[], frame: Frame, written: string): Resolved | Unresolved {
  const parts = completed(sharedWeeks(chain.map((dated) => asDayBeside(dated.atom, chain))), frame, written);
  const failed = parts.find((part) => part.span === null);
  if (failed) return { span: null, problems: failed.problems, alternatives: [] };
  const read = parts.filter((part) => part.span !== null);
  const first = read[0];
  const last = read[read.length - 1];
  if (!first || !last) return { span: null, problems: [], alternatives: [] };
  const problems = distinct(read.flatMap((part) => part.problems));
  const alternatives: DaySpan[] = [];
  let uncertain = read.some((part) => part.uncertain);
  let span: DaySpan = [first.span[0], last.span[1]];
  const isRange =
    chain.some(
      (dated, k) =>
        dated.link === 'to' ||
        (dated.link === 'slash' &&
          dated.atom.yearDigits > 0 &&
          (chain[k - 1]?.atom.yearDigits ?? 0) > 0 &&
          dated.atom.kind === 'day'),
    ) || chain[0]?.bound === 'between';
  const isBackwards = last.span[1] < first.span[0] || (last.span[0] < first.span[0] && last.span[1] < first.span[1]);
  if (isBackwards) {
    span = [Math.min(first.span[0], last.span[0]), Math.max(first.span[1], last.span[1])];
    if (isRange) {
      const message = `${quoted(written)}: the end (${spanText(last.span)}) is before the start (${spanText(first.span)}). Both days and those between were taken.`;
      problems.push(problem('endBeforeStart', message));
      uncertain = true;
    }
  }
  if (!isRange) {
    span = [Math.min(...read.map((part) => part.span[0])), Math.max(...read.map((part) => part.span[1]))];
    if (chain.some((dated) => dated.link === 'or')) {
      uncertain = true;
      problems.push(
        problem(
          'twoReadings',
          `${quoted(written)} names ${read.map((part) => spanText(part.span)).join(' or ')}. It is one of these.`,
        ),
      );
      alternatives.push(...read.map((part) => part.span));
    } else if (!isUnbroken(read.map((part) => part.span)))
      problems.push(
        problem(
          'twoDates',
          `${quoted(written)} names more than one date. Read as ${spanText(span)}; the days between are not named.`,
        ),
      );
  }
  const same = read.length > 1 && read.every((part) => sameSpan(part.span, first.span));
  return {
    span,
    year: first.year,
    precision: same ? first.precision : 'range',
    vague: read.some((part) => part.vague),
    uncertain,
    problems,
    alternatives: alternatives.filter((other) => !sameSpan(other, span)),
  };
}

/** "Oct 12 - Nov 3 2010": beside a day, a month with two figures is a day too. */
function asDayBeside(date: Atom, chain: readonly Dated[]): Atom {
  const { other } = date;
  return date.kind === 'month' && other?.kind === 'day' && chain.some((dated) => dated.atom.kind === 'day') ? other : date;
}

/** "w/c 4th Oct": both are weeks. "Weekend of 8–10 Oct": the days say it. */
function sharedWeeks(atoms: readonly Atom[]): readonly Atom[] {
  const week = atoms[0]?.week;
  // "week end 14/15 June" is a weekend too
  if (week === 'weekend' || (week === 'ending' && atoms[0]?.kind === 'dayOnly'))
    return atoms.map((date) => ({ ...date, week: null }));
  return week === 'starting' || week === 'ending' ? atoms.map((date) => ({ ...date, week: date.week ?? week })) : atoms;
}

function isUnbroken(spans: readonly DaySpan[]): boolean {
  return spans.every(
    (span, k) => k === 0 || Math.abs(span[0] - (spans[k - 1]?.[1] ?? 0)) <= 1 || sameSpan(span, spans[k - 1] ?? [0, 0]),
  );
}

function distinct(problems: readonly DateProblem[]): DateProblem[] {
  const seen = new Set<string>();
  return problems.filter((p) => (seen.has(p.message) ? false : seen.add(p.message) !== undefined));
}

/** Dates of one cell lend each other month and year: "12–14 Oct 2010", "28 Dec 2009 – 3 Jan". */
function completed(atoms: readonly Atom[], frame: Frame, written: string): (Resolved | Unresolved)[] {
  const dated = atoms.findIndex((a) => a.yearDigits > 0);
  const anchorAt = dated >= 0 ? dated : atoms.findIndex((a) => a.kind !== 'dayOnly');
  const anchor = atoms[anchorAt];
  if (!anchor) return atoms.map((a) => resolve(a, frame, written));
  const out: (Resolved | Unresolved)[] = [];
  const middle = resolve(anchor, frame, written);
  out[anchorAt] = middle;
  for (let k = anchorAt - 1; k >= 0; k--)
    out[k] = beside(atoms[k] ?? anchor, atoms[k + 1] ?? anchor, out[k + 1] ?? middle, -1, frame, written);
  for (let k = anchorAt + 1; k < atoms.length; k++)
    out[k] = beside(atoms[k] ?? anchor, atoms[k - 1] ?? anchor, out[k - 1] ?? middle, 1, frame, written);
  return out;
}

/** A date read beside a neighbour that is already read: month and year come from there. */
function beside(
  date: Atom,
  near: Atom,
  read: Resolved | Unresolved,
  side: -1 | 1,
  frame: Frame,
  written: string,
): Resolved | Unresolved {
  if (date.yearDigits > 0 || date.kind === 'relative') return resolve(date, frame, written);
  if (read.span === null) return read;
  const at = partsOf(side < 0 ? read.span[0] : read.span[1]);
  const whole: Atom = { ...date, year: read.year, yearDigits: 4, other: null };
  if (date.kind === 'dayOnly') {
    const month = near.kind === 'day' || near.kind === 'month' ? near.month : at.month;
    near.month = month;
    return besideDay(whole, month, read, side, frame, written);
  }
  const here = resolve(whole, frame, written);
  if (here.span === null) return here;
  // over the turn of the year: "28 Dec – 3 Jan 2010"
  const outOfOrder = side < 0 ? here.span[0] > read.span[1] : here.span[1] < read.span[0];
  if (!outOfOrder) return here;
  const turned = resolve({ ...whole, year: read.year + side }, frame, written);
  return turned.span && Math.abs(turned.span[0] - read.span[0]) <= TURN_OF_YEAR ? turned : here;
}

/** Longer ranges over the turn of a year are rather a range written backwards. */
const TURN_OF_YEAR = 300;

function besideDay(
  date: Atom,
  month: number,
  read: Resolved,
  side: -1 | 1,
  frame: Frame,
  written: string,
): Resolved | Unresolved {
  const day = (year: number, m: number): Atom => ({
    ...atom('day', year, 4, m, date.day),
    weekday: date.weekday,
    week: date.week,
    part: date.part,
    partTo: date.partTo,
  });
  const here = resolve(day(read.year, month), frame, written);
  const outOfOrder = here.span !== null && (side < 0 ? here.span[0] > read.span[0] : here.span[1] < read.span[1]);
  if (here.span !== null && !outOfOrder) return here;
  const index = read.year * 12 + month - 1 + side;
  const turned = resolve(day(Math.floor(index / 12), (index % 12) + 1), frame, written);
  return turned.span && Math.abs(turned.span[0] - read.span[0]) <= 7 ? turned : here;
}
