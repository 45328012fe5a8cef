import type { AccountInput } from '#shared/accounts/account.ts';
import { sortOfAgency } from '#shared/accounts/agency-sorts.ts';
import { contradictionsOf, type ComparedAccount } from '#shared/accounts/contradictions.ts';
import { readAccount } from '#shared/accounts/read-account.ts';
import { readFacts } from '#shared/accounts/read-facts.ts';
import { dayNumber, isoDay } from '#shared/kernel/clock.ts';
import type { ContradictionKind } from '#shared/model/accounts.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { LabelledPair, Told } from './contradiction-corpus.ts';
import { CORPUS_AGENCIES, CORPUS_REGISTER } from './corpus-register.ts';

const FIRST = dayNumber('2031-01-06');

export function comparedAccount(input: AccountInput): ComparedAccount {
  const { from, to, time, receives, namedDays, sort } = readAccount(input);
  return { eventId: input.id, sort, from, to, time, receives, namedDays, facts: readFacts(input.texts) };
}

export type KindTally = { differ: number; found: number; wrong: number };
export type Measured = { tallies: Map<ContradictionKind, KindTally>; all: KindTally; missed: string[]; wrong: string[] };

/** What is found in labelled pairs: by kind how many differ so, how many of those were found, and how many were found that are none. */
export function measureContradictions(pairs: readonly LabelledPair[]): Measured {
  const matcher = createMatcher([...CORPUS_REGISTER]);
  const account = (id: string, [agency, text, when = {}]: Told): ComparedAccount => {
    const day = when.day ?? 0;
    const names = matcher.find(text);
    return comparedAccount({
      id,
      agencyId: agency,
      sort: sortOfAgency(CORPUS_AGENCIES[agency]),
      earliest: isoDay(FIRST + day),
      latest: isoDay(FIRST + (when.to ?? day)),
      time: when.time ?? null,
      texts: [{ text, names }],
      people: [],
    });
  };
  const tallies = new Map<ContradictionKind, KindTally>();
  const all = { differ: 0, found: 0, wrong: 0 };
  const count = (kind: ContradictionKind, what: keyof KindTally): void => {
    const tally = tallies.get(kind) ?? { differ: 0, found: 0, wrong: 0 };
    tallies.set(kind, tally);
    tally[what] += 1;
    all[what] += 1;
  };
  const [missed, wrong]: string[][] = [[], []];
  for (const [, differ, a, b] of pairs) {
    const found = [...new Set(contradictionsOf([account('a', a), account('b', b)]).map(({ kind }) => kind))];
    for (const kind of differ) {
      count(kind, 'differ');
      if (found.includes(kind)) count(kind, 'found');
      else missed?.push(`${kind}: ${a[1]} / ${b[1]}`);
    }
    for (const kind of found) {
      if (differ.includes(kind)) continue;
      count(kind, 'wrong');
      wrong?.push(`${kind}: ${a[1]} / ${b[1]}`);
    }
  }
  return { tallies, all, missed: missed ?? [], wrong: wrong ?? [] };
}
