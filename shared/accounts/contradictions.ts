import type { ContradictionKind } from '../model/accounts.ts';
import { bitOf, type AgencySort } from './agency-sorts.ts';
import type { Fact, FactTopic } from './read-facts.ts';

/** One account of a group, as it is compared with the others. */
export type ComparedAccount = {
  eventId: string;
  sort: AgencySort | null;
  /** Day numbers, null where nothing was read; minute of the day. */
  from: number | null;
  to: number | null;
  time: number | null;
  /** It tells at second hand: its date may be the day on which it was told. */
  receives: boolean;
  /** Days that its words name besides its own. */
  namedDays: readonly number[];
  facts: readonly Fact[];
};

/** Where two accounts do not agree; `a` and `b` point to the sentences, null where the date itself differs. */
export type FoundContradiction = {
  kind: ContradictionKind;
  aId: string;
  bId: string;
  /** Tells several of one kind apart: what is counted. */
  key: string;
  a: Fact | null;
  b: Fact | null;
};

/** A clock that is this far off is another time, not another watch. */
const MINUTES_APART = 30;

/** Every point on which two accounts of one group do not agree. Each is only pointed out: a person decides what it means. */
export function contradictionsOf(accounts: readonly ComparedAccount[]): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (let i = 0; i < accounts.length; i++) {
    for (let j = i + 1; j < accounts.length; j++) found.push(...between(accounts[i]!, accounts[j]!));
  }
  return found;
}

function between(a: ComparedAccount, b: ComparedAccount): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  const add = (kind: ContradictionKind, key = '', x: Fact | null = null, y: Fact | null = null): void =>
    void found.push({ kind, aId: a.eventId, bId: b.eventId, key, a: x, b: y });
  if (datesDiffer(a, b)) add('date');
  else if (timesDiffer(a, b)) add('time');
  for (const topic of ['seen', 'attended', 'otherAdult', 'asleep', 'ways'] as const) {
    const pair = opposed(of(a, topic), of(b, topic));
    if (pair) add(topic, '', ...pair);
  }
  const manner = disjoint(of(a, 'manner'), of(b, 'manner'));
  if (manner) add('manner', '', ...manner);
  const where = whereaboutsDiffer(of(a, 'whereabouts'), of(b, 'whereabouts'));
  if (where) add('whereabouts', '', ...where);
  const told = toldAndNot(a, b) ?? swap(toldAndNot(b, a));
  if (told) add('told', '', ...told);
  for (const fact of of(a, 'number')) {
    const same = of(b, 'number').filter((other) => other.key === fact.key);
    const mine = of(a, 'number').filter((other) => other.key === fact.key);
    // Said twice with different figures, an account counts two things.
    if (same.length === 1 && mine.length === 1 && same[0]!.value !== fact.value) add('number', fact.key, fact, same[0]!);
  }
  return found;
}

const of = (account: ComparedAccount, topic: FactTopic): Fact[] => account.facts.filter((fact) => fact.topic === topic);
type FactPair = readonly [Fact, Fact];
const swap = (pair: FactPair | null): FactPair | null => pair && [pair[1], pair[0]];

function datesDiffer(a: ComparedAccount, b: ComparedAccount): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  if (a.from <= b.to && b.from <= a.to) return false;
  const [early, late] = a.from < b.from ? [a, b] : [b, a];
  if (late.namedDays.some((day) => day >= early.from! && day <= early.to!)) return false;
  return !late.receives;
}

function timesDiffer(a: ComparedAccount, b: ComparedAccount): boolean {
  if (a.time === null || b.time === null || a.from !== b.from) return false;
  const [early, late] = a.time < b.time ? [a, b] : [b, a];
  return late.time! - early.time! > MINUTES_APART && !late.receives;
}

/** Each says one thing only, and not the same. */
function opposed(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  const values = (facts: readonly Fact[]): Set<string> => new Set(facts.map((fact) => fact.value));
  if (values(a).size !== 1 || values(b).size !== 1 || a[0]!.value === b[0]!.value) return null;
  return [a[0]!, b[0]!];
}

function disjoint(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  if (a.length === 0 || b.length === 0 || a.some((fact) => b.some((other) => other.value === fact.value))) return null;
  return [a[0]!, b[0]!];
}

/** At school cannot stand with a closed school, nor with being at home; the closed school and home can. */
function whereaboutsDiffer(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  const clash = (x: string, y: string): boolean =>
    x !== y && !(x === 'notAtSchool' && y !== 'school') && !(y === 'notAtSchool' && x !== 'school');
  for (const x of a) {
    for (const y of b) {
      if (clash(x.value, y.value) && !a.some((other) => other.value === y.value) && !b.some((other) => other.value === x.value))
        return [x, y];
    }
  }
  return null;
}

/** One says that the other's agency was told, took part or agreed; the other says that it was not. */
function toldAndNot(a: ComparedAccount, b: ComparedAccount): FactPair | null {
  const denies = of(b, 'told').find((fact) => fact.value === 'no');
  if (!denies || b.sort === null) return null;
  const bit = bitOf(b.sort);
  const says = of(a, 'told').find((fact) => fact.value === 'yes' && (fact.about & bit) !== 0);
  return says ? [says, denies] : null;
}
