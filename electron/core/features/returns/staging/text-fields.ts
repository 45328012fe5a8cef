import type { StagedEvent } from '#shared/model/agency-return.ts';

/** The fields of an entry that are text, in the order of the columns that agencies use. */
export type TextField = 'description' | 'source' | 'response' | 'outcome' | 'childVoice' | 'agencyComment' | 'involved';
export const TEXT_FIELDS: readonly TextField[] = [
  'source',
  'description',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
];
/** Where the entry keeps each. */
export const KEYS = {
  description: 'description',
  source: 'sourceOfInformation',
  response: 'response',
  outcome: 'outcome',
  childVoice: 'childVoice',
  agencyComment: 'agencyComment',
  involved: 'involved',
} as const satisfies Record<TextField, keyof StagedEvent>;
