import type { Atom, Bound, Item, Join } from './grammar/atoms.ts';

export type Link = Join | 'none' | 'text';
export type Dated = {
  readonly atom: Atom;
  link: Link;
  readonly bound: Bound | null;
  readonly textAfter: boolean;
  readonly at: number;
};
export type Clocked = {
  readonly minutes: number;
  readonly endMinutes: number;
  readonly wrong: boolean;
  readonly bare: boolean;
  readonly at: number;
};

/** A cell sorted out: its dates with what joins them, its times, and what is said about them. */
export type Statement = {
  readonly dates: Dated[];
  readonly clocks: Clocked[];
  readonly bad: 'impossible' | 'year' | null;
  readonly approx: boolean;
  readonly doubt: boolean;
  readonly onward: boolean;
  readonly backward: boolean;
  readonly ditto: boolean;
  readonly undated: boolean;
  readonly overnight: boolean;
  readonly dayPart: boolean;
  /** Words that say nothing of a date. */
  readonly text: boolean;
  /** A weekday that belongs to no date. */
  readonly weekday: number;
  readonly slip: string | null;
};

const STRENGTH: Readonly<Record<Link, number>> = { none: 0, comma: 1, slash: 2, and: 3, or: 4, to: 5, text: 6 };

export function statementOf(items: readonly Item[]): Statement {
  const dates: Dated[] = [];
  const clocks: Clocked[] = [];
  const waiting: number[] = [];
  const said = {
    approx: false,
    doubt: false,
    onward: false,
    backward: false,
    ditto: false,
    undated: false,
    overnight: false,
    dayPart: false,
  };
  let bad: Statement['bad'] = null;
  let slip: string | null = null;
  let text = false;
  let link: Link = 'none';
  let bound: Bound | null = null;
  let beside: { weekday: number; side: -1 | 1 } | null = null;
  for (let k = 0; k < items.length; k++) {
    const item = items[k];
    if (!item) continue;
    switch (item.is) {
      case 'date': {
        if (beside) {
          item.atom.toWeekday = beside.weekday;
          item.atom.toSide = beside.side;
          beside = null;
        }
        if (item.atom.weekday < 0) item.atom.weekday = waiting.shift() ?? -1;
        dates.push({
          atom: item.atom,
          link: dates.length > 0 ? link : 'none',
          bound,
          textAfter: nextSpeaking(items, k + 1)?.is === 'noise',
          at: k,
        });
        link = 'none';
        bound = null;
        break;
      }
      case 'weekday': {
        const last = dates.at(-1);
        const before = speakingBefore(items, k - 1);
        const after = nextSpeaking(items, k + 1);
        if (item.slip) slip = item.slip;
        if (last && before?.is === 'date' && last.atom.weekday < 0 && after?.is !== 'date' && after?.is !== 'noise')
          last.atom.weekday = item.weekday;
        else if (before?.is !== 'date' || after?.is === 'date') waiting.push(item.weekday);
        break;
      }
      case 'clock':
        clocks.push({ ...item, at: k });
        // "before 9am", "between 2 and 3pm": the word is about the time, not the day
        if (bound === 'before' || bound === 'after' || bound === 'by') {
          said.approx = true;
          bound = null;
        } else if (bound !== null && item.endMinutes >= 0) bound = null;
        break;
      case 'bound':
        if (dates.length > 0 && item.bound === 'until') link = 'to';
        bound = item.bound;
        if (waiting.length > 0 && (item.bound === 'after' || item.bound === 'before')) {
          beside = { weekday: waiting.shift() ?? -1, side: item.bound === 'after' ? 1 : -1 };
          bound = null;
        }
        break;
      case 'join':
        if (STRENGTH[item.join] > STRENGTH[link]) link = item.join;
        break;
      case 'onward':
        // "10:30 onwards" is said of the time
        if (speakingBefore(items, k - 1)?.is !== 'clock') said.onward = true;
        break;
      case 'bad':
        bad = item.why;
        break;
      case 'label':
        if (dates.length > 0) link = 'text';
        break;
      case 'week': {
        const last = dates.at(-1);
        if (last && last.atom.kind === 'day' && last.atom.week === null) last.atom.week = item.week;
        else text = true;
        break;
      }
      case 'noise':
        text = true;
        waiting.length = 0;
        link = 'text';
        bound = null;
        break;
      case 'filler':
        break;
      case 'approx':
      case 'doubt':
        if (isBesideDate(items, k)) said[item.is] = true;
        break;
      default:
        said[item.is] = true;
    }
  }
  return { dates, clocks, bad, text, slip, weekday: waiting[0] ?? -1, ...said };
}

function nextSpeaking(items: readonly Item[], from: number): Item | undefined {
  for (let k = from; k < items.length; k++) if (items[k]?.is !== 'filler' && items[k]?.is !== 'label') return items[k];
  return undefined;
}

/** A comma may stand between. */
function speakingPastComma(items: readonly Item[], from: number): Item | undefined {
  const next = nextSpeaking(items, from);
  return next?.is === 'join' && next.join === 'comma' ? nextSpeaking(items, items.indexOf(next, from) + 1) : next;
}

function speakingBefore(items: readonly Item[], from: number): Item | undefined {
  for (let k = from; k >= 0; k--) if (items[k]?.is !== 'filler') return items[k];
  return undefined;
}

/** "About" in "asked about school 12/10/10" is not said of the date. */
function isBesideDate(items: readonly Item[], at: number): boolean {
  const after = speakingPastComma(items, at + 1);
  if (after && after.is !== 'noise' && after.is !== 'join') return true;
  const before = speakingBefore(items, at - 1);
  return before !== undefined && before.is !== 'noise' && after?.is !== 'noise';
}
