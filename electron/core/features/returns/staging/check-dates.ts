import { formatDay, spanLabel } from '#shared/dates/format.ts';
import type { StagedEvent } from '#shared/model/agency-return.ts';
import type { ChronologyTable } from './chronology-table.ts';
import type { StagingRecord } from './staging-record.ts';

/** What the review knows against which the dates of a return are held. */
export type KnownDays = {
  scopeFrom?: string | undefined;
  scopeTo?: string | undefined;
  /** The first birth among the children whom the review is about. */
  firstBirth?: string | undefined;
  /** The day on which the return was read. */
  received?: string | undefined;
};
type Code = 'inFuture' | 'afterScope' | 'beforeBirth' | 'beforeScope';

/** So many, and all at one end, are no slips of a figure: they are said once. */
const MANY = 5;
/** More rows of one kind than this are no longer named one by one. */
const MOST_NAMED = 25;
/** So few entries before the period, with nothing about background, may be slips. */
const FEW = 2;

/** Pregnancy comes before birth, and so does what is told as history. */
const BEFORE_BIRTH =
  /\b(?:ante-?natal|pre-?natal|pre-?birth|pregnan\w*|unborn|midwi\w+|gestation|trimester|scan|expecting|due date|edd|maternity|booking|labour|miscarr\w+|terminat\w+|fertility)\b/i;
const BACKGROUND =
  /\b(?:back-?ground|histor(?:y|ic|ical)|previously known|summary of|antecedents?|childhood|as a child|(?:was|been) in care)\b/i;

/** Whether a heading says that what follows came before the period under review. */
export function saysBackground(heading: string): boolean {
  return BACKGROUND.test(heading) || /\b(?:previous|prior|earlier|context|summary|before the)\b/i.test(heading);
}

/** Reports the dates that can be read and cannot well be right: after the period, before a birth, in the future. */
export function checkDates(record: StagingRecord, chronology: readonly ChronologyTable[], known: KnownDays): void {
  const doubts = record.events.map((event) => doubtOf(event, known, record.background.has(event)));
  const found = new Map<Code, number[]>();
  doubts.forEach((code, index) => {
    if (code) found.set(code, [...(found.get(code) ?? []), index]);
  });
  const names = new Map(
    chronology.map((one) => [one.table.ref, one.columns.find(({ field }) => field === 'date')?.name] as const),
  );
  for (const [code, indexes] of found) {
    const between = indexes.filter((index) => standsBetween(index, doubts, record.events));
    const atEnds = indexes.filter((index) => !between.includes(index));
    if (code === 'beforeScope') named(code, atEnds.length <= FEW ? indexes : between);
    else if (code === 'inFuture' || atEnds.length < MANY) named(code, indexes);
    else {
      named(code, between);
      report(code, atEnds[0]!, atEnds.length);
    }
  }

  function named(code: Code, indexes: readonly number[]): void {
    for (const index of indexes.slice(0, MOST_NAMED)) report(code, index, 1);
    const [next] = indexes.slice(MOST_NAMED);
    if (next !== undefined) report(code, next, indexes.length - MOST_NAMED);
  }

  function report(code: Code, index: number, count: number): void {
    const event = record.events[index]!;
    const { table, row } = record.rows[event.rows[0]!]!;
    const what = count === 1 ? `${spanLabel(event.date)} is` : `${count} entries, of which this is the first, are`;
    record.report('warning', code, `${what} ${WORDS[code](known)}`, { table, row, column: names.get(table) });
  }
}

const WORDS: Readonly<Record<Code, (known: KnownDays) => string>> = {
  inFuture: ({ received }) => `after the day on which this return was read, ${formatDay(received!)}.`,
  afterScope: ({ scopeTo }) => `after the end of the period under review, ${formatDay(scopeTo!)}.`,
  beforeBirth: () => 'before the birth of every child of this review whose date of birth is on the register.',
  beforeScope: ({ scopeFrom }) =>
    `before the beginning of the period under review, ${formatDay(scopeFrom!)}, and nothing says that it is background.`,
};

function doubtOf(event: StagedEvent, known: KnownDays, inBackground: boolean): Code | null {
  const { earliest, latest, precision } = event.date;
  const first = earliest ?? latest;
  const last = latest ?? earliest;
  if (first === null || last === null || precision === 'unknown') return null;
  if (known.received && first > known.received) return 'inFuture';
  if (known.scopeTo && first > known.scopeTo) return 'afterScope';
  const early = known.firstBirth && last < known.firstBirth ? 'beforeBirth' : null;
  const code = early ?? (known.scopeFrom && last < known.scopeFrom ? 'beforeScope' : null);
  if (!code || inBackground) return null;
  const words = [
    event.description,
    event.sourceOfInformation,
    event.agencyComment,
    event.involved,
    ...Object.values(event.other),
  ];
  const text = words.filter((one) => one !== null).join('\n');
  return BACKGROUND.test(text) || (code === 'beforeBirth' && BEFORE_BIRTH.test(text)) ? null : code;
}

/** Entries in order on both sides: a slip of a figure, and not the older or newer end of the chronology. */
function standsBetween(index: number, doubts: readonly (Code | null)[], events: readonly StagedEvent[]): boolean {
  const sound = (step: number): boolean => {
    for (let i = index + step; i >= 0 && i < events.length; i += step) {
      if (events[i]!.date.earliest === null) continue;
      return doubts[i] === null;
    }
    return false;
  };
  return sound(-1) && sound(1);
}
