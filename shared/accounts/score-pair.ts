import type { Account, Pair, PairReason } from './account.ts';
import { bitOf } from './agency-sorts.ts';
import { matterNames } from './matters.ts';

/** How much a person, a word or a matter says, by how many entries of the review have it: 1 the rarest, 0 nearly all. */
export type Rarity = {
  /** By number of the word. */
  words: Float64Array;
  /** The word itself. */
  text(id: number): string;
  person(id: string): number;
  matter(bit: number): number;
  /** Entries a day around a day: in a busy week the same day says little, in a quiet month much. */
  perDay(day: number): number;
};

/** An entry with its words as numbers, rising, and what they weigh together. */
export type Prepared = Account & { wordIds: Int32Array; wordWeight: number };

/**
 * From this score on a pair is shown by default; from WEAK on as a weaker proposal. Set on a labelled corpus so that at
 * least nine in ten of those shown are one event (tests/unit/accounts).
 */
export const SHOWN = 0.57;
export const WEAK = 0.35;
/** Entries further apart than this are not looked at, whatever they say. */
export const MOST_DAYS_APART = 21;
/** Up to here by themselves; beyond, only what was handed on (a letter, a notice) is looked at. */
export const NEAR_DAYS = 3;

const MOST_SHOWN_WORDS = 6;

/** Days between two entries, 0 where their dates meet; null where one has none. */
export function daysApart(a: Account, b: Account): number | null {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return null;
  return Math.max(0, b.from - a.to, a.from - b.to);
}

/** One of them names a day of the other. */
export const namesDayOf = (a: Account, b: Account): boolean =>
  a.namedDays.some((day) => day >= b.from! && day <= b.to!) || b.namedDays.some((day) => day >= a.from! && day <= a.to!);

/** A row pasted twice: one agency, one date and time, the same words or very nearly. */
export function asDuplicate(a: Account, b: Account): Pair | null {
  if (a.agencyId !== b.agencyId || a.from !== b.from || a.to !== b.to || a.from === null || a.time !== b.time) return null;
  if (a.print !== b.print) {
    if (Math.min(a.words.length, b.words.length) < 5) return null;
    const own = new Set(a.words);
    const shared = b.words.filter((word) => own.has(word)).length;
    if (shared / (a.words.length + b.words.length - shared) < 0.85) return null;
  }
  return {
    aId: a.id,
    bId: b.id,
    kind: 'duplicate',
    score: a.print === b.print ? 1 : 0.9,
    reasons: [{ code: 'sameDay' }, { code: 'sameText' }],
  };
}

/** How likely it is that two entries of two agencies tell of one event, and why; null where it is too unlikely to be told. */
export function scorePair(a: Prepared, b: Prepared, rarity: Rarity): Pair | null {
  const apart = daysApart(a, b);
  if (apart === null || a.agencyId === b.agencyId) return null;
  if (likelihood(a, b, apart, rarity, null) < WEAK) return null;
  // Most pairs end above: their reasons need not be put together.
  const reasons: PairReason[] = [];
  return { aId: a.id, bId: b.id, kind: 'sameEvent', score: likelihood(a, b, apart, rarity, reasons), reasons };
}

function likelihood(a: Prepared, b: Prepared, apart: number, rarity: Rarity, reasons: PairReason[] | null): number {
  let sum = -2.6;
  const later = a.from! > b.from! ? a : b;
  const handedOn = later.receives || (apart === 0 && a.receives);
  sum += dateEvidence(a, b, apart, handedOn, reasons) + quietness(rarity.perDay(Math.max(a.from!, b.from!)));
  const atOnce = timeEvidence(a, b, apart, handedOn, reasons);

  const matters = a.matters & b.matters;
  if (matters !== 0) {
    let most = 0;
    let rest = 0;
    for (let bits = matters; bits !== 0; bits &= bits - 1) {
      const weight = 0.5 + 0.9 * rarity.matter(31 - Math.clz32(bits & -bits));
      rest += Math.min(most, weight);
      most = Math.max(most, weight);
    }
    sum += Math.min(2.4, most + 0.5 * rest);
    reasons?.push({ code: 'sameMatter', matters: matterNames(matters) });
  } else if (a.matters !== 0 && b.matters !== 0) sum -= 0.9;

  const services = a.services & b.services;
  if (services !== 0) sum += 0.7;
  else if (a.services !== 0 && b.services !== 0) sum -= 1.3;

  const who = peopleEvidence(a, b, rarity, reasons);
  const words = wordEvidence(a, b, rarity, reasons);
  sum += who + words + roleEvidence(a, b, reasons);
  // Two things at one hour are two things, unless something of what they tell is shared.
  sum += atOnce > 0 && matters === 0 && who <= 0 && words < 0.8 ? atOnce * 0.4 : atOnce;
  return 1 / (1 + Math.exp(-sum));
}

function dateEvidence(a: Account, b: Account, apart: number, handedOn: boolean, reasons: PairReason[] | null): number {
  const widest = Math.max(a.to! - a.from!, b.to! - b.from!);
  if (apart === 0 && widest === 0) {
    reasons?.push({ code: 'sameDay' });
    return 1.1;
  }
  if (apart === 0) {
    reasons?.push({ code: 'datesOverlap' });
    if (a.from === b.from && a.to === b.to && widest <= 31) return 0.4;
    return widest <= 10 ? 0.2 : widest <= 31 ? -0.5 : widest <= 100 ? -1.2 : -2.5;
  }
  reasons?.push({ code: 'daysApart', days: apart });
  if (namesDayOf(a, b)) {
    reasons?.push({ code: 'namesTheDay' });
    return 0.6;
  }
  const perDay = handedOn ? 0.15 : 0.6;
  return (handedOn ? 0.1 : -0.3) - Math.min(4, perDay * apart) - (widest > 10 ? 0.8 : 0);
}

const quietness = (perDay: number): number => Math.min(0.6, Math.max(-0.9, -0.25 * Math.log(perDay)));

function timeEvidence(a: Account, b: Account, apart: number, handedOn: boolean, reasons: PairReason[] | null): number {
  if (apart > 1 || a.clocks.length === 0 || b.clocks.length === 0) return 0;
  let least = Infinity;
  for (const x of a.clocks) for (const y of b.clocks) least = Math.min(least, Math.abs(x - y));
  if (least <= 75) reasons?.push({ code: 'sameTime', minutes: least });
  if (least <= 10) return 1.5;
  if (least <= 30) return 1.0;
  if (least <= 75) return 0.4;
  if (a.time === null || b.time === null || apart > 0) return 0;
  return least > 180 ? (handedOn ? -0.5 : -1.2) : -0.2;
}

function peopleEvidence(a: Account, b: Account, rarity: Rarity, reasons: PairReason[] | null): number {
  if (a.people.length === 0 || b.people.length === 0) return 0;
  const shared = a.people.filter((id) => b.people.includes(id));
  if (shared.length === 0) return -0.6;
  reasons?.push({ code: 'people', people: shared });
  let weight = 0;
  for (const id of shared) weight += 0.15 + 0.9 * rarity.person(id);
  return Math.min(1.6, weight);
}

function wordEvidence(a: Prepared, b: Prepared, rarity: Rarity, reasons: PairReason[] | null): number {
  let shared = 0;
  const telling: number[] = [];
  const own = a.wordIds;
  const others = b.wordIds;
  for (let i = 0, j = 0; i < own.length && j < others.length; ) {
    const x = own[i] as number;
    const y = others[j] as number;
    if (x < y) i += 1;
    else if (y < x) j += 1;
    else {
      const weight = rarity.words[x] as number;
      shared += weight;
      if (reasons && weight > 0.35) telling.push(x);
      i += 1;
      j += 1;
    }
  }
  if (telling.length > 0) {
    const words = telling.sort((x, y) => rarity.words[y]! - rarity.words[x]!).map((id) => rarity.text(id));
    reasons?.push({ code: 'words', words: words.slice(0, MOST_SHOWN_WORDS) });
  }
  const all = a.wordIds.length <= b.wordIds.length ? a.wordWeight : b.wordWeight;
  return Math.min(3, 0.7 * shared) + (all > 0 ? Math.min(0.9, 1.8 * (shared / all)) : 0);
}

function roleEvidence(a: Account, b: Account, reasons: PairReason[] | null): number {
  const aOfB = b.sort !== null && (a.speaksOf & bitOf(b.sort)) !== 0;
  const bOfA = a.sort !== null && (b.speaksOf & bitOf(a.sort)) !== 0;
  let sum = 0;
  if (aOfB && bOfA) {
    reasons?.push({ code: 'bothNameEachOther' });
    sum += 1.0;
  } else if (aOfB || bOfA) {
    reasons?.push({ code: 'oneNamesTheOther' });
    sum += 0.5;
  } else if (a.sort !== null && b.sort !== null) {
    // Two who both heard of it from a third still speak of the same one.
    const third = a.speaksOf & b.speaksOf & ~(bitOf(a.sort) | bitOf(b.sort));
    sum += third !== 0 ? 0.3 : -0.3;
  }
  if ((aOfB && a.sends && b.receives) || (bOfA && b.sends && a.receives)) {
    reasons?.push({ code: 'sentAndReceived' });
    sum += 0.4;
  }
  return sum;
}
