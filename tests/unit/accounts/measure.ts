import type { AccountInput, Pair } from '#shared/accounts/account.ts';
import { sortOfAgency } from '#shared/accounts/agency-sorts.ts';
import { proposePairs } from '#shared/accounts/propose-pairs.ts';
import { readAccount } from '#shared/accounts/read-account.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import { CORPUS_AGENCIES, CORPUS_REGISTER, type Scene } from './corpus-register.ts';

const FIRST = dayNumber('2031-02-03');
/** Scenes stand near each other, as in a busy review: what is proposed across scenes is wrong too. */
const STEP = 6;

export type Labelled = AccountInput & { scene: number; category: string; event: string };

/** The corpus as one review. */
export function reviewOf(scenes: readonly Scene[]): Labelled[] {
  const matcher = createMatcher([...CORPUS_REGISTER]);
  return scenes.flatMap((scene, s) =>
    scene.entries.map(([agency, day, time, words, event], i): Labelled => {
      const [from, to] = typeof day === 'number' ? [day, day] : day;
      const mentions = matcher.find(words);
      return {
        id: `${String(s).padStart(3, '0')}-${i}`,
        agencyId: agency,
        sort: sortOfAgency(CORPUS_AGENCIES[agency]),
        earliest: isoDay(FIRST + s * STEP + from),
        latest: isoDay(FIRST + s * STEP + to),
        time,
        texts: [{ text: words, names: mentions }],
        people: mentions.filter((m) => m.status === 'sure').flatMap((m) => m.entryIds),
        scene: s,
        category: scene.category,
        event,
      };
    }),
  );
}

export type Tally = { pairs: number; positive: number; found: number; wrong: number };

const keyOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Every pair within a scene is labelled; a proposal across scenes counts as wrong under "other scenes". */
export function measure(
  scenes: readonly Scene[],
  shown: number,
): { tallies: Map<string, Tally>; all: Tally; missed: string[]; wrong: Pair[] } {
  const review = reviewOf(scenes);
  const byId = new Map(review.map((entry) => [entry.id, entry]));
  const proposed = [...proposePairs(review.map(readAccount))]
    .flatMap((slice) => slice.pairs)
    .filter((pair) => pair.score >= shown);
  const hits = new Set(proposed.map((pair) => keyOf(pair.aId, pair.bId)));
  const tallies = new Map<string, Tally>();
  const tally = (category: string): Tally => {
    const known = tallies.get(category) ?? { pairs: 0, positive: 0, found: 0, wrong: 0 };
    tallies.set(category, known);
    return known;
  };
  const missed: string[] = [];
  for (const a of review) {
    for (const b of review) {
      if (a.scene !== b.scene || a.id >= b.id) continue;
      const one = tally(a.category);
      const same = a.event !== '-' && a.event === b.event;
      const hit = hits.delete(keyOf(a.id, b.id));
      one.pairs += 1;
      if (same) one.positive += 1;
      if (same && hit) one.found += 1;
      if (!same && hit) one.wrong += 1;
      if (same && !hit) missed.push(keyOf(a.id, b.id));
    }
  }
  tally('across scenes').wrong += hits.size;
  const wrong = proposed.filter((pair) => {
    const [a, b] = [byId.get(pair.aId)!, byId.get(pair.bId)!];
    return a.scene !== b.scene || a.event === '-' || a.event !== b.event;
  });
  const all = { pairs: 0, positive: 0, found: 0, wrong: 0 };
  for (const one of tallies.values()) for (const key of ['pairs', 'positive', 'found', 'wrong'] as const) all[key] += one[key];
  return { tallies, all, missed, wrong };
}

export const precision = (t: Tally): number => (t.found + t.wrong === 0 ? 1 : t.found / (t.found + t.wrong));
export const recall = (t: Tally): number => (t.positive === 0 ? 1 : t.found / t.positive);
