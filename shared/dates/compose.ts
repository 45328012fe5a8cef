import { isoDay } from '../kernel/clock.ts';
import type { DateProblem, DateReading } from '../model/event-date.ts';
import type { DaySpan } from './calendar.ts';
import { clockText, type Frame, isoOrNull, unreadDate } from './frame.ts';
import { type Atom, atom, type Bound } from './grammar/atoms.ts';
import { isOnCalendar, problem, quoted, spanText } from './problems.ts';
import { resolveChain } from './range.ts';
import { impossible, resolve, sameSpan } from './resolve.ts';
import type { Resolved, Unresolved } from './resolved.ts';
import { type Settled, settle } from './settle.ts';
import type { Clocked, Dated, Statement } from './statement.ts';

export type Composed = {
  readonly reading: DateReading /** Nothing was left over and nothing failed. */;
  readonly whole: boolean;
};

/** One reading from a cell that has been sorted out. */
export function compose(statement: Statement, frame: Frame, written: string): Composed {
  const settled = settle(statement);
  const { dates } = settled;
  const alone = dates.length === 1 && dates[0]?.atom.kind === 'dayOnly' ? dates[0].atom : null;
  if (alone && (settled.text || (alone.weekday < 0 && !/\d(st|nd|rd|th)\b/i.test(written)))) return failed(unread(written));
  if (dates.length === 0) return withoutDate(statement, settled, frame, written);
  const chains = chainsOf(dates);
  const first = chains[0] ?? [];
  const read = readChain(first, frame, written);
  if (read.span === null) return failed(unreadDate(read.problems, toIso(read.alternatives)));
  if (!isOnCalendar(read.span[0] - 1) || !isOnCalendar(read.span[1] + 1)) return failed(unread(written));
  const problems = [...read.problems];
  const alternatives = [...read.alternatives];
  let uncertain = read.uncertain || statement.doubt;
  const rest = chains.slice(1).map((chain) => readChain(chain, frame, written));
  const others = rest.flatMap((other) => (other.span && !sameSpan(other.span, read.span) ? [other.span] : []));
  if (others.length > 0) {
    problems.push(
      problem(
        'severalDates',
        `${quoted(written)} holds several dates: ${[read.span, ...others].map(spanText).join('; ')}. The first was taken.`,
      ),
    );
    alternatives.push(...others);
    uncertain = true;
  }
  if (statement.bad) {
    problems.push(impossible(written));
    uncertain = true;
  }
  if (statement.slip) {
    problems.push(problem('slipRead', `${quoted(written)}: ${statement.slip}.`));
    uncertain = true;
  }
  const isPartly = settled.text || rest.some((other) => other.span === null);
  if (isPartly && others.length === 0) problems.push(beside(read, written));
  // Each year has eight of them.
  const isSomeHoliday =
    !isPartly &&
    !read.vague &&
    (read.precision === 'year' || read.precision === 'month') &&
    /\b(?:bank holiday|bh)\b/i.test(written);
  if (isSomeHoliday) {
    problems.push(problem('partlyRead', `${quoted(written)} does not say which bank holiday. Read as ${spanText(read.span)}.`));
    uncertain = true;
  }
  if (first.length === 1 && first[0]?.bound === 'between') {
    problems.push(problem('endMissing', `${quoted(written)} begins a range and names no end. Read as ${spanText(read.span)}.`));
    uncertain = true;
  }
  // "12 ottobre 2010": only the year was understood
  if (settled.lost || (settled.text && (read.precision === 'year' || read.precision === 'month'))) uncertain = true;
  const open = opened(statement, first, read.span);
  let [earliest, latest] = open.ends;
  let precision = open.isOpen ? 'range' : read.precision;
  if (statement.overnight && earliest !== null && earliest === latest) {
    latest = earliest + 1;
    precision = 'range';
    alternatives.push([earliest - 1, earliest]);
    problems.push(
      problem(
        'twoReadings',
        `${quoted(written)}: the night before or the night after that day. Read as ${spanText([earliest, latest])}.`,
      ),
    );
    uncertain = true;
  }
  const times = timesOf(settled.clocks, written, problems);
  if (times.time !== null && precision === 'day') precision = 'time';
  const approximate = read.vague || statement.approx;
  const reading: DateReading = {
    earliest: isoOrNull(earliest),
    latest: isoOrNull(latest),
    precision,
    certainty: uncertain ? 'uncertain' : approximate ? 'approximate' : 'certain',
    ...times,
    alternatives: toIso(distinctFrom(alternatives, [earliest, latest])),
    problems,
  };
  return { reading, whole: !isPartly && statement.bad === null && others.length === 0 };
}

/** A figure and a word that nobody knew, beside the year: "12 kvetna 2010", "2010年10月12日". */
const UNKNOWN_MONTH = /(?<!\d)\d{1,2}[.,\s]*\p{L}[^\d()]{0,20}\d{4}(?!\d)|(?<!\d)\d{4}[.,\s]*\p{L}[^\d()]{0,20}\d{1,2}(?!\d)/u;

/** Words beside a date say something else; beside a bare year they may be its day. */
function beside({ span, precision }: Resolved, written: string): DateProblem {
  if (precision !== 'year' || !UNKNOWN_MONTH.test(written))
    return problem('textBeside', `${quoted(written)} says more than a date. Read as ${spanText(span)}.`);
  const message = `Of ${quoted(written)} only ${spanText(span)} could be read. Ask for the whole date, with the month in English.`;
  return problem('partlyRead', message);
}

function failed(reading: DateReading): Composed {
  return { reading, whole: false };
}

export function unread(written: string): DateReading {
  return unreadDate([problem('unread', `${quoted(written)} could not be read as a date. What was written is kept.`)]);
}

/** Dates that something joins; a new chain begins where nothing does. */
function chainsOf(dates: readonly Dated[]): Dated[][] {
  const chains: Dated[][] = [];
  for (const dated of dates) {
    const before = chains.at(-1);
    const apart = dated.link === 'none' || dated.link === 'text';
    const last = before?.at(-1)?.atom;
    const lendsYear = dated.link === 'none' && last?.kind === 'day' && last.yearDigits === 0 && dated.atom.kind === 'day';
    const bounded = before?.length === 1 && isPair(before[0]?.bound ?? null, dated.bound);
    if (!before || (apart && !bounded && !lendsYear)) chains.push([dated]);
    else before.push(bounded ? { ...dated, link: 'to' } : lendsYear ? { ...dated, link: 'and' } : dated);
  }
  return chains;
}

/** "after 3 May and before 5 June". */
function isPair(first: Bound | null, second: Bound | null): boolean {
  return (
    (first === 'after' || first === 'from' || first === 'between') &&
    (second === 'before' || second === 'until' || second === 'by')
  );
}

function readChain(chain: readonly Dated[], frame: Frame, written: string): Resolved | Unresolved {
  const first = chain[0];
  if (!first) return { span: null, problems: [], alternatives: [] };
  return chain.length === 1 ? resolve(first.atom, frame, written) : resolveChain(chain, frame, written);
}

type Ends = readonly [number | null, number | null];

/** After and before leave the day out; from, until and by take it in. */
function opened(statement: Statement, chain: readonly Dated[], [from, to]: DaySpan): { ends: Ends; isOpen: boolean } {
  const bound = chain[0]?.bound ?? null;
  if (chain.length > 1) {
    const end = chain[chain.length - 1]?.bound;
    const ends: Ends = [
      bound === 'after' ? Math.min(from + 1, to) : from,
      end === 'before' && bound !== 'between' ? Math.max(to - 1, from) : to,
    ];
    return statement.onward ? { ends: [from, null], isOpen: true } : { ends, isOpen: false };
  }
  switch (bound) {
    case 'from':
      return { ends: [from, null], isOpen: true };
    case 'after':
      return { ends: [to + 1, null], isOpen: true };
    case 'before':
      return { ends: [null, from - 1], isOpen: true };
    case 'until':
    case 'by':
      return { ends: [null, to], isOpen: true };
    default:
      if (statement.backward) return { ends: [null, to], isOpen: true };
      return statement.onward ? { ends: [from, null], isOpen: true } : { ends: [from, to], isOpen: false };
  }
}

function timesOf(
  clocks: readonly Clocked[],
  written: string,
  problems: DateProblem[],
): { time: string | null; endTime: string | null } {
  const wrong = clocks.find((clock) => clock.wrong);
  if (wrong)
    problems.push(
      problem('impossibleTime', `${quoted(written)} holds a time that is not on the clock. The day was read, the time was not.`),
    );
  const right = clocks.filter((clock) => !clock.wrong);
  const [first, second] = right;
  if (!first) return { time: null, endTime: null };
  if (first.bare)
    problems.push(problem('bareHour', `${quoted(written)} has an hour without am or pm. Read as ${clockText(first.minutes)}.`));
  if (right.length > 2) problems.push(problem('severalTimes', `${quoted(written)} holds several times. The first was taken.`));
  const end =
    first.endMinutes >= 0
      ? first.endMinutes
      : right.length === 2 && second
        ? second.endMinutes >= 0
          ? second.endMinutes
          : second.minutes
        : -1;
  return { time: clockText(first.minutes), endTime: end >= 0 && end !== first.minutes ? clockText(end) : null };
}

/** A form's own marks, left as they were: dd/mm/yyyy, XX/XX/XX, __/__/____. */
const EMPTY_FORM = /^[dmyx_?*\s/.:-]+$/i;

/** Ditto, a weekday or a time alone, "not known", or nothing that can be read. */
function withoutDate(statement: Statement, settled: Settled, frame: Frame, written: string): Composed {
  if (statement.bad === 'impossible') return failed(unreadDate([impossible(written)]));
  if (statement.bad === 'year')
    return failed(unreadDate([problem('unread', `${quoted(written)} has no readable year. It was not read.`)]));
  const saysNothing =
    !settled.text && settled.clocks.length === 0 && statement.weekday < 0 && !statement.dayPart && !statement.onward;
  if ((statement.undated || saysNothing || EMPTY_FORM.test(written)) && !statement.ditto) {
    const message = `${quoted(written)}: no date is given. The entry keeps its place in the table.`;
    return { reading: unreadDate([problem('undated', message)]), whole: true };
  }
  if (statement.weekday >= 0 && !settled.text) return weekdayAlone(statement, frame, written);
  const leansOnAbove = statement.ditto || (!settled.text && (settled.clocks.length > 0 || statement.dayPart));
  if (!leansOnAbove) return failed(unread(written));
  const above = asAbove(frame, written);
  if (above.earliest === null) return failed(above);
  const times = timesOf(settled.clocks, written, above.problems);
  const precision = times.time !== null && above.precision === 'day' ? 'time' : above.precision;
  const certainty = statement.doubt ? 'uncertain' : statement.approx ? 'approximate' : above.certainty;
  return { reading: { ...above, ...times, precision, certainty }, whole: !settled.text };
}

function weekdayAlone(statement: Statement, frame: Frame, written: string): Composed {
  const date: Atom = atom('relative');
  date.shift = { by: 'weekday', weekday: statement.weekday, direction: 0 };
  const dated: Dated = { atom: date, link: 'none', bound: null, textAfter: false, at: 0 };
  return compose({ ...statement, dates: [dated], weekday: -1 }, frame, written);
}

/** A ditto mark is the date above, said so; a blank cell is too, which is how tables are written and no problem. */
export function asAbove(frame: Frame, written: string): DateReading {
  const name = written.trim() === '' ? 'The date is blank' : quoted(written);
  const { previousFrom, previousTo } = frame;
  if (previousFrom === null || previousTo === null)
    return unreadDate([problem('unread', `${name}, and there is no dated row above to take it from.`)]);
  const span: DaySpan = [Math.min(previousFrom, previousTo), Math.max(previousFrom, previousTo)];
  return {
    earliest: isoDay(span[0]),
    latest: isoDay(span[1]),
    precision: span[0] === span[1] ? 'day' : 'range',
    certainty: 'certain',
    time: null,
    endTime: null,
    alternatives: [],
    problems: written.trim() === '' ? [] : [problem('asAbove', `${name}. Read as the date above, ${spanText(span)}.`)],
  };
}

function distinctFrom(spans: readonly DaySpan[], [from, to]: Ends): DaySpan[] {
  return spans.filter(
    (span, k) => !(span[0] === from && span[1] === to) && spans.findIndex((other) => sameSpan(other, span)) === k,
  );
}

function toIso(spans: readonly DaySpan[]): DateReading['alternatives'] {
  return spans.flatMap(([from, to]) => {
    const earliest = isoOrNull(from);
    const latest = isoOrNull(to);
    return earliest && latest ? [{ earliest, latest }] : [];
  });
}
