/** First and last day of a stretch, as day numbers, both within it. */
export type Days = { from: number; to: number };
export type Edge = 'start' | 'end' | 'whole' | null;
export type Stretch = Days & { edge: Edge };

/** Below this no silence is a gap by itself, whatever the rhythm; and where there is too little to tell a rhythm by. */
export const LEAST_GAP = 28;
/** Half a year without contact is a gap even for an agency that is rarely met. */
export const MOST_GAP = 183;
const ENOUGH_INTERVALS = 8;
const TIMES_USUAL = 3;

/** A date as the chronology has it: day numbers, null for an open side. */
export type ContactDate = { earliest: number | null; latest: number | null; statedRange: boolean };

/** A date no wider than a month can stand for contact on any of its days. */
const WIDEST = 31;

/**
 * Which days an entry counts as contact, and over which days its date is too wide to tell.
 * Any day of a span may be the day of contact, so none of them can be said to be without: a doubt speaks for the agency.
 * That would let "2024" or "autumn" hide every silence of a year, so a date wider than a month breaks no gap: the gap says
 * instead that such an entry may lie in it. A plain range from–to (a stay, an admission) is contact throughout, however long.
 * An open side counts on the day that is known.
 */
export function daysOfContact({ earliest, latest, statedRange }: ContactDate): { contact: Days | null; vague: Days | null } {
  if (earliest === null && latest === null) return { contact: null, vague: null };
  if (earliest === null || latest === null) {
    const day = (earliest ?? latest) as number;
    return {
      contact: { from: day, to: day },
      vague: { from: earliest ?? Number.NEGATIVE_INFINITY, to: latest ?? Number.POSITIVE_INFINITY },
    };
  }
  const span = { from: Math.min(earliest, latest), to: Math.max(earliest, latest) };
  return span.to - span.from + 1 <= WIDEST || statedRange ? { contact: span, vague: null } : { contact: null, vague: span };
}

/** Spans joined where they meet or overlap, in order. */
export function joined(spans: readonly Days[]): Days[] {
  const out: Days[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && span.from <= last.to + 1) last.to = Math.max(last.to, span.to);
    else out.push({ ...span });
  }
  return out;
}

/** All stretches of the period without contact, however short: with the contact they tile the period. */
export function stretchesWithout(contact: readonly Days[], period: Days): Stretch[] {
  const out: Stretch[] = [];
  const inside = joined(contact).filter((span) => span.to >= period.from && span.from <= period.to);
  let at = period.from;
  for (const span of inside) {
    if (span.from > at) out.push({ from: at, to: span.from - 1, edge: at === period.from ? 'start' : null });
    at = Math.max(at, span.to + 1);
  }
  if (at <= period.to) out.push({ from: at, to: period.to, edge: inside.length === 0 ? 'whole' : 'end' });
  return out;
}

/** The usual number of days from one contact to the next within the period; null where there are too few to tell. */
export function usualInterval(contact: readonly Days[], period: Days): number | null {
  const starts = joined(contact)
    .map((span) => span.from)
    .filter((day) => day >= period.from && day <= period.to);
  const intervals = starts.slice(1).map((day, i) => day - (starts[i] ?? day));
  if (intervals.length < ENOUGH_INTERVALS) return null;
  intervals.sort((a, b) => a - b);
  return intervals[Math.floor(intervals.length / 2)] ?? null;
}

/** From how many days on a silence is a gap: three times the usual interval, within bounds that anybody would ask about. */
export const gapLength = (usual: number | null): number =>
  usual === null ? LEAST_GAP : Math.min(MOST_GAP, Math.max(LEAST_GAP, usual * TIMES_USUAL));

export const lengthOf = (days: Days): number => days.to - days.from + 1;
export const overlap = (a: Days, b: Days): number => Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
