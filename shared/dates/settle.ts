import type { Atom } from './grammar/atoms.ts';
import type { Clocked, Dated, Statement } from './statement.ts';

export type Settled = {
  readonly dates: Dated[];
  readonly clocks: readonly Clocked[];
  readonly text: boolean /** Something that is joined to a date was not understood. */;
  readonly lost: boolean;
};

/**
 * Decides what neighbours decide: a year that stands apart from its date, four figures that are a time after all,
 * figures that are no date because nothing joins them to one.
 */
export function settle(statement: Statement): Settled {
  const clocks = [...statement.clocks];
  let text = statement.text;
  let dates = joinYears(statement.dates);
  dates = dates.filter((dated, k) => {
    if (!isRatherTime(k, dates)) return true;
    clocks.push({ minutes: dated.atom.maybeTime, endMinutes: -1, wrong: false, bare: false, at: dated.at });
    return false;
  });
  clocks.sort((a, b) => a.at - b.at);
  dates = applyOffsets(dates);
  const hasWhole = dates.some((d) => d.atom.kind === 'day' || (d.atom.yearDigits > 0 && d.atom.kind !== 'dayOnly'));
  const kept = dates.filter((dated, k) => {
    if (dated.atom.kind === 'dayOnly')
      return dates.length === 1 || isPartOfList(dated, k, dates) || isPlainList(dates, statement);
    if (!isApart(dates, k) || isListed(dates, k)) return true;
    return !(hasWhole || statement.text) || !isWeak(dated.atom, hasWhole);
  });
  if (kept.length < dates.length) text = true;
  const lost = dates.some((dated, k) => !kept.includes(dated) && !isApart(dates, k));
  const [alone] = kept;
  if (kept.length === 1 && alone && clocks.length > 0 && alone.atom.kind === 'month' && alone.atom.other?.kind === 'day')
    // "May 10 10:30": a time belongs to a day
    kept[0] = { ...alone, atom: alone.atom.other };
  const [first] = kept;
  if (first && dates[0] !== first) first.link = 'none';
  return { dates: kept, clocks, text, lost };
}

function isApart(dates: readonly Dated[], k: number): boolean {
  const loose = (link: string | undefined): boolean =>
    link === undefined || link === 'none' || link === 'text' || link === 'comma';
  return loose(dates[k]?.link) && loose(dates[k + 1]?.link);
}

/** "Mar, Apr & May 2010": a comma joins two of one kind. */
function isListed(dates: readonly Dated[], k: number): boolean {
  const kind = dates[k]?.atom.kind;
  const isBeside = (at: number, comma: number): boolean => dates[at]?.atom.kind === kind && dates[comma]?.link === 'comma';
  return isBeside(k + 1, k + 1) || isBeside(k - 1, k);
}

/** Without a year, a month or feast in the middle of a sentence may be a word of every day. */
function isWeak(date: Atom, besideWhole: boolean): boolean {
  if (date.yearDigits > 0 || date.kind === 'day') return false;
  return date.kind === 'month' || (besideWhole && (date.kind === 'period' || date.kind === 'relative'));
}

/** "12 October, (2010)", "2010: 12 Oct". */
function joinYears(dates: readonly Dated[]): Dated[] {
  const out: Dated[] = [];
  for (const dated of dates) {
    const before = out.at(-1);
    const near = dated.link === 'none' || dated.link === 'comma';
    const slashed = dated.link === 'slash' && before?.atom.figures === true;
    if (before && (near || slashed) && dated.atom.kind === 'year' && takesYear(before.atom) && dated.atom.part === 0) {
      giveYear(before.atom, dated.atom);
      if (before.atom.figures && dated.link !== 'none') before.atom.slip = 'the separators differ';
      continue;
    }
    if (
      before &&
      near &&
      before.atom.kind === 'year' &&
      takesYear(dated.atom) &&
      before.link === 'none' &&
      before.atom.part === 0
    ) {
      giveYear(dated.atom, before.atom);
      out.pop();
      out.push({ ...dated, link: 'none', bound: before.bound ?? dated.bound });
      continue;
    }
    if (before && near && isNameOf(before.atom, dated.atom)) {
      dated.atom.named = before.atom.rule;
      out.pop();
      out.push({ ...dated, link: before.link, bound: before.bound ?? dated.bound });
      continue;
    }
    if (before && near && isNameOf(dated.atom, before.atom)) {
      before.atom.named = dated.atom.rule;
      continue;
    }
    out.push(dated);
  }
  return out;
}

/** "Good Friday 2 April 2010": the day has a name and figures, which must agree. */
function isNameOf(name: Atom, date: Atom): boolean {
  return name.kind === 'period' && name.yearDigits === 0 && name.rule !== null && date.kind === 'day' && date.yearDigits > 0;
}

function takesYear(date: Atom): boolean {
  return date.yearDigits === 0 && (date.kind === 'day' || date.kind === 'month' || date.kind === 'period');
}

function giveYear(date: Atom, year: Atom): void {
  date.year = year.year;
  date.yearDigits = year.yearDigits;
  if (date.other?.yearDigits !== 0) date.other = null;
}

/** 2015 beside a whole date is a quarter past eight; 10.11 beside one is a time too, and so is 10.10-11.11. */
function isRatherTime(k: number, dates: readonly Dated[]): boolean {
  let from = k;
  let to = k;
  while (from > 0 && isJoined(dates[from]?.link)) from--;
  while (to + 1 < dates.length && isJoined(dates[to + 1]?.link)) to++;
  const group = dates.slice(from, to + 1);
  if (!group.every((dated) => dated.atom.maybeTime >= 0 && (dated.atom.kind === 'year' || dated.atom.yearDigits === 0)))
    return false;
  const others = [...dates.slice(0, from), ...dates.slice(to + 1)].map((dated) => dated.atom);
  return others.some(
    // "Summer … 2010": a day may have a time beside it, a season has a year
    (other) =>
      other.kind !== 'year' &&
      other.kind !== 'dayOnly' &&
      (other.yearDigits > 0 || (other.maybeTime < 0 && (other.kind === 'day' || other.kind === 'relative'))),
  );
}

function isJoined(link: string | undefined): boolean {
  return link !== undefined && link !== 'none' && link !== 'text' && link !== 'comma';
}

/** "The day after 12/10/10": the count belongs to the date that follows. */
function applyOffsets(dates: readonly Dated[]): Dated[] {
  const out: Dated[] = [];
  for (const dated of dates) {
    const before = out.at(-1);
    if (before?.atom.kind === 'relative' && before.atom.offset !== 0 && dated.link === 'none' && dated.atom.kind !== 'dayOnly') {
      out.pop();
      dated.atom.offset = before.atom.offset;
      dated.atom.offsetTo = before.atom.offsetTo;
      dated.atom.vague ||= before.atom.vague;
      out.push({ ...dated, link: before.link, bound: null });
    } else out.push(dated);
  }
  return out;
}

/** "12, 13, 15/10/10": days that rise to a date, and nothing else in the cell. */
function isPlainList(dates: readonly Dated[], { text, clocks }: Statement): boolean {
  return (
    dates.length > 2 &&
    !text &&
    clocks.length === 0 &&
    dates.at(-1)?.atom.kind === 'day' &&
    dates.slice(1).every(({ link, atom }, k) => link === 'comma' && atom.day > dates[k]!.atom.day)
  );
}

/** A bare day counts only where something joins it to a date. */
function isPartOfList(dated: Dated, k: number, dates: readonly Dated[]): boolean {
  const next = dates[k + 1];
  if (next && next.link !== 'none' && next.link !== 'text') {
    if (next.atom.kind === 'dayOnly') return isPartOfList(next, k + 1, dates);
    return next.atom.kind === 'day' && (next.link !== 'comma' || !next.atom.figures);
  }
  const before = dates[k - 1];
  if (!before || dated.textAfter || dated.link === 'none' || dated.link === 'text' || dated.link === 'comma') return false;
  return before.atom.kind === 'day';
}
