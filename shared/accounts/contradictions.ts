import type { ContradictionKind } from '../model/accounts.ts';
import { bitOf, type AgencySort } from './agency-sorts.ts';
import { sameThing } from './done-facts.ts';
import type { Fact, FactTopic } from './read-facts.ts';
import { mayBeSame } from './whom.ts';

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
/** A figure that is said to be a part of what was counted. */
const PART = / part$/;

/** A fall and a burn or a bite are two histories of one injury. */
const isOrigin = ({ key }: Fact): boolean => key !== '';

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
  const manner = ['from', 'burnt', 'by']
    .map((key) => disjoint(keyed(of(a, 'manner'), key), keyed(of(b, 'manner'), key)))
    .find(Boolean);
  const other = manner ?? disjoint(of(a, 'manner').filter(isOrigin), of(b, 'manner').filter(isOrigin));
  if (other) add('manner', '', ...other);
  const where =
    whereaboutsDiffer(keyed(of(a, 'whereabouts'), ''), keyed(of(b, 'whereabouts'), '')) ??
    ['happened', 'met'].map((key) => disjoint(keyed(of(a, 'whereabouts'), key), keyed(of(b, 'whereabouts'), key))).find(Boolean);
  if (where) add('whereabouts', '', ...where);
  const told = toldAndNot(a, b) ?? swap(toldAndNot(b, a));
  if (told) add('told', '', ...told);
  for (const fact of of(a, 'number')) {
    const [mine, same] = [a, b].map((account) =>
      of(account, 'number').filter((one) => one.key.replace(PART, '') === fact.key.replace(PART, '')),
    );
    if (!mine || !same) continue;
    // Said twice with different figures, an account counts two things.
    if (
      same.length === 1 &&
      mine.length === 1 &&
      same[0]!.key === fact.key &&
      mayBeSame(fact.whom, same[0]!.whom) &&
      figuresDiffer(fact, same[0]!)
    )
      add('number', fact.key, fact, same[0]!);
  }
  // What was not done on the one day may have been on another.
  const happened = ofOneTime(a, b) ? doneAndNot(of(a, 'happened'), of(b, 'happened')) : null;
  if (happened) add('happened', happened[0].key, ...happened);
  const ended = endedOtherwise(a, b);
  if (ended) add('outcome', ended[0].key, ...ended);
  return found;
}

const of = (account: ComparedAccount, topic: FactTopic): Fact[] => account.facts.filter((fact) => fact.topic === topic);
const keyed = (facts: readonly Fact[], key: string): Fact[] => facts.filter((fact) => fact.key === key);
type FactPair = readonly [Fact, Fact];
const swap = (pair: FactPair | null): FactPair | null => pair && [pair[1], pair[0]];

function datesDiffer(a: ComparedAccount, b: ComparedAccount): boolean {
  if (a.from === null || a.to === null || b.from === null || b.to === null) return false;
  if (a.from <= b.to && b.from <= a.to) return false;
  const [early, late] = a.from < b.from ? [a, b] : [b, a];
  if (late.namedDays.some((day) => day >= early.from! && day <= early.to!)) return false;
  return !late.receives;
}

const ofOneTime = (a: ComparedAccount, b: ComparedAccount): boolean =>
  a.from === null || b.from === null || (a.from <= (b.to ?? b.from) && b.from <= (a.to ?? a.from));

function timesDiffer(a: ComparedAccount, b: ComparedAccount): boolean {
  if (a.time === null || b.time === null || a.from !== b.from) return false;
  const [early, late] = a.time < b.time ? [a, b] : [b, a];
  return late.time! - early.time! > MINUTES_APART && !late.receives;
}

/** Of the same people, each says one thing only, and not the same. */
function opposed(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  const alone = (facts: readonly Fact[], one: Fact): boolean =>
    facts.every((fact) => fact.value === one.value || fact.key !== one.key || !mayBeSame(fact.whom, one.whom));
  for (const x of a) {
    for (const y of b) {
      if (x.value !== y.value && x.key === y.key && mayBeSame(x.whom, y.whom) && alone(a, x) && alone(b, y)) return [x, y];
    }
  }
  return null;
}

function disjoint(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  if (a.some((fact) => b.some((other) => other.value === fact.value))) return null;
  for (const x of a) for (const y of b) if (mayBeSame(x.whom, y.whom)) return [x, y];
  return null;
}

/** At school cannot stand with a closed school, nor with being at home; the closed school and home can. */
function whereaboutsDiffer(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  const clash = (x: string, y: string): boolean =>
    x !== y && !(x === 'notAtSchool' && y !== 'school') && !(y === 'notAtSchool' && x !== 'school');
  for (const x of a) {
    for (const y of b) {
      if (!clash(x.value, y.value) || !mayBeSame(x.whom, y.whom)) continue;
      if (!a.some((other) => other.value === y.value) && !b.some((other) => other.value === x.value)) return [x, y];
    }
  }
  return null;
}

/** One says that the other's agency was told, took part or agreed; the other says that it was not. */
function toldAndNot(a: ComparedAccount, b: ComparedAccount): FactPair | null {
  if (b.sort === null) return null;
  const bit = bitOf(b.sort);
  for (const denies of of(b, 'told')) {
    if (denies.value !== 'no') continue;
    // "We were not told", or "the school was not told" in the school's own account.
    const says = of(a, 'told').find(
      (fact) =>
        fact.value === 'yes' &&
        (fact.about & bit) !== 0 &&
        (fact.which.length === 0 || denies.which.length === 0 || fact.which.some((word) => denies.which.includes(word))),
    );
    if (says) return [says, denies];
  }
  return null;
}

/** A figure counted differs by one; a figure measured by more than another pair of scales would. */
function figuresDiffer(a: Fact, b: Fact): boolean {
  if (!a.key.startsWith('measured ')) return a.value !== b.value;
  const [x, y] = [Number(a.value), Number(b.value)];
  return Math.abs(x - y) > 0.03 * Math.max(x, y);
}

/** One thing, done by one account and not by the other; an account that says both tells of two. */
function doneAndNot(a: readonly Fact[], b: readonly Fact[]): FactPair | null {
  const same = (x: Fact, y: Fact): boolean =>
    x.key === y.key && mayBeSame(x.whom, y.whom) && sameThing({ modifiers: x.which, to: x.to }, { modifiers: y.which, to: y.to });
  for (const x of a) {
    const y = b.find((fact) => same(x, fact) && fact.value !== x.value);
    if (!y) continue;
    const both = [a, b].some((facts) => new Set(facts.filter((fact) => fact.key === x.key).map(({ value }) => value)).size > 1);
    if (!both) return [x, y];
  }
  return null;
}

function endedOtherwise(a: ComparedAccount, b: ComparedAccount): FactPair | null {
  const whose = (account: ComparedAccount, fact: Fact): number =>
    fact.key !== 'case' ? 0 : fact.about || (account.sort === null ? 0 : bitOf(account.sort));
  const [all, others] = [of(a, 'outcome'), of(b, 'outcome')];
  for (const x of all) {
    for (const y of others) {
      if (x.key !== y.key || x.value === y.value) continue;
      if (x.key === 'case' && (whose(a, x) & whose(b, y)) === 0) continue;
      if (
        all.some((one) => one.key === x.key && one.value === y.value) ||
        others.some((one) => one.key === x.key && one.value === x.value)
      )
        continue;
      return [x, y];
    }
  }
  return null;
}
