import type { Contradiction, ContradictionKind, ContradictionState } from '#shared/model/accounts.ts';

const KIND_WORDS: Readonly<Record<ContradictionKind, string>> = {
  date: 'The dates differ',
  time: 'The times differ',
  seen: 'Seen, or not seen',
  attended: 'Attended, or not brought',
  otherAdult: 'Another adult present, or nobody',
  asleep: 'Asleep, or awake',
  whereabouts: 'Where the child was',
  told: 'Told, or not told',
  manner: 'How it happened',
  number: 'The numbers differ',
  ways: 'How many took part',
  happened: 'Done, or not done',
  outcome: 'How it ended',
  other: 'Noted by hand',
};
export const kindWords = (one: Pick<Contradiction, 'kind'>): string => KIND_WORDS[one.kind];

export const STATE_WORDS: Readonly<Record<ContradictionState, string>> = {
  open: 'Open',
  settled: 'Settled',
  leftOpen: 'Left open',
};

/** The points on which accounts are compared, in the words of a table's first column. */
export const POINTS: readonly (readonly [topic: string, words: string])[] = [
  ['seen', 'Seen'],
  ['attended', 'Attended'],
  ['whereabouts', 'Where the child was'],
  ['asleep', 'Asleep or awake'],
  ['otherAdult', 'Other adults'],
  ['manner', 'How it happened'],
  ['ways', 'How many took part'],
  ['told', 'Told, invited, agreed'],
  ['happened', 'Done, or not done'],
  ['outcome', 'How it ended'],
];
