import type { Condition, ConditionGroup, EventFilter, Fact, WordsField } from '../contract/event-filter.ts';
import { formatDay } from '../dates/format.ts';

/** What the ids of a filter are called, in this session. */
export type FilterNames = {
  agency(id: string): string;
  theme(id: string): string;
  person(id: string): string;
  returnOf(id: string): string;
};

export const FACT_WORDS: Readonly<Record<Fact, [is: string, isNot: string]>> = {
  timeKnown: ['with a time', 'without a time'],
  tagged: ['tagged', 'untagged'],
  annotated: ['annotated', 'not annotated'],
  corrected: ['corrected', 'not corrected'],
  linked: ['linked to a finding', 'not linked to a finding'],
  noContact: ['that state no contact', 'that do not state no contact'],
  addedByHand: ['added by hand', 'not added by hand'],
  placedByHand: ['placed by hand', 'not placed by hand'],
  grouped: ['grouped with other accounts', 'not grouped with other accounts'],
  askedAbout: ['asked about after a corrected return', 'not asked about after a corrected return'],
  passage: ['with a tagged passage', 'without a tagged passage'],
  openThread: ['with an open thread', 'without an open thread'],
  openChallenge: ['with an open challenge', 'without an open challenge'],
  memo: ['with a memo', 'without a memo'],
  changedLast: ['new or changed in their return’s last version', 'not changed in their return’s last version'],
};
export const FIELD_WORDS: Readonly<Record<WordsField, string>> = {
  description: 'what was recorded',
  sourceOfInformation: 'the source',
  response: 'the response',
  outcome: 'the outcome',
  childVoice: 'the child’s voice',
  agencyComment: 'the agency’s comment',
  involved: 'the people involved',
  other: 'other columns',
  asWritten: 'the date as written',
};
export const PRECISION_WORDS = {
  time: 'a time',
  day: 'a day',
  month: 'a month',
  season: 'a season or term',
  year: 'a year',
  range: 'a range',
  unknown: 'no date',
} as const;
export const CERTAINTY_WORDS = { certain: 'certain', approximate: 'approximate', uncertain: 'uncertain' } as const;
export const PROBLEM_WORDS: Readonly<Record<string, string>> = {
  wrongWeekday: 'weekday does not fit',
  impossible: 'impossible date',
  usOrder: 'month first',
  twoReadings: 'two readings',
  noYear: 'no year',
  yearAssumed: 'year assumed',
  monthAssumed: 'month assumed',
  unread: 'not read',
  undated: 'no date',
  slipRead: 'slip put right',
  relative: 'leans on another entry',
  asAbove: 'as above',
  endBeforeStart: 'end before start',
  oddYear: 'unlikely year',
  partlyRead: 'only partly read',
  textBeside: 'words beside the date',
  unreadTime: 'time not read',
  impossibleTime: 'impossible time',
  severalTimes: 'several times',
};

export function either(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
const day = (text: string): string => formatDay(text).slice(4);

export function periodWords(from: string | undefined, to: string | undefined): string {
  if (from && to) return `${day(from)} – ${day(to)}`;
  return from ? `from ${day(from)}` : to ? `until ${day(to)}` : 'at any time';
}

/** One condition as a phrase that follows "entries". */
export function conditionWords(condition: Condition | ConditionGroup, names: FilterNames): string {
  const no = condition.not === true;
  const not = no ? 'not ' : '';
  const quoted = (text: string): string => `“${text}”`;
  switch (condition.kind) {
    case 'group': {
      const joint = condition.match === 'any' ? ' or ' : ' and ';
      const [only] = condition.of;
      if (condition.of.length === 1 && only) return conditionWords(no ? { ...only, not: only.not !== true } : only, names);
      return `${not}(${condition.of.map((one) => conditionWords(one, names)).join(joint)})`;
    }
    case 'agency':
      return `${not}of ${either(condition.ids.map(names.agency))}`;
    case 'period':
      return `${not}dated ${periodWords(condition.from, condition.to)}`;
    case 'theme':
      return `${not}tagged ${either(condition.ids.map(names.theme))}${condition.alone ? ' itself' : ''}`;
    case 'person':
      return `${not}naming ${either(condition.ids.map(names.person))}`;
    case 'words':
      return `${no ? 'without' : 'with'} ${quoted(condition.words)}${condition.field ? ` in ${FIELD_WORDS[condition.field]}` : ''}`;
    case 'problem': {
      const which = condition.codes?.length ? ` (${either(condition.codes.map((code) => PROBLEM_WORDS[code] ?? code))})` : '';
      return `${no ? 'without' : 'with'} a date problem${which}`;
    }
    case 'precision':
      return `${not}dated to ${either(condition.any.map((one) => PRECISION_WORDS[one]))}`;
    case 'certainty':
      return `whose date is ${not}${either(condition.any.map((one) => CERTAINTY_WORDS[one]))}`;
    case 'return':
      return `${not}from ${either(condition.ids.map(names.returnOf))}`;
    case 'ref': {
      const { from, to } = condition;
      if (from !== undefined && to !== undefined)
        return from === to ? `${not}numbered ${from}` : `${not}numbered ${from} to ${to}`;
      return from !== undefined ? `${not}numbered ${from} or later` : `${not}numbered ${to ?? 0} or earlier`;
    }
    case 'annotatedBy':
      return `${not}annotated by ${either(condition.people.map(({ name, post }) => name || post || 'somebody not named'))}`;
    case 'fact':
      return FACT_WORDS[condition.is][no ? 1 : 0];
  }
}

/** Everything that narrows a list, phrase by phrase; `joined` phrases stand for the conditions of the builder. */
export function filterPhrases(filter: EventFilter, names: FilterNames): string[] {
  const parts: string[] = [];
  if (filter.search?.trim()) parts.push(`with “${filter.search.trim()}”`);
  if (filter.agencyIds?.length) parts.push(`of ${either(filter.agencyIds.map(names.agency))}`);
  if (filter.from || filter.to) parts.push(`dated ${periodWords(filter.from, filter.to)}`);
  if (filter.themeIds?.length) parts.push(`tagged ${either(filter.themeIds.map(names.theme))}`);
  if (filter.personIds?.length) parts.push(`naming ${either(filter.personIds.map(names.person))}`);
  if (filter.problemsOnly) parts.push('with a date problem');
  if (filter.untaggedOnly) parts.push('untagged');
  if (filter.returnId) parts.push(`from ${names.returnOf(filter.returnId)}`);
  const { where } = filter;
  if (where?.of.length) {
    const own = where.of.map((one) => conditionWords(one, names));
    if (where.match === 'all' || own.length === 1) parts.push(...own);
    else parts.push(parts.length > 0 ? `(${own.join(' or ')})` : own.join(' or '));
  }
  return parts;
}

/** "Entries of Police or Housing and dated from 1 Sep 2025". */
export function filterSentence(filter: EventFilter, names: FilterNames): string {
  const parts = filterPhrases(filter, names);
  const entries = parts.length === 0 ? 'All entries' : `Entries ${parts.join(' and ')}`;
  return filter.gathered ? `${entries}, one row for each event told by several` : entries;
}
