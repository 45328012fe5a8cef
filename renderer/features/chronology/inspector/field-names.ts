import type { CorrectedField } from '#shared/model/chronology-event.ts';

/** What the fields of an entry are called on screen, in the order of the form. */
export const FIELD_NAMES: Record<CorrectedField, string> = {
  description: 'What was recorded',
  sourceOfInformation: 'Source',
  response: 'Response',
  outcome: 'Outcome',
  childVoice: 'The child’s voice',
  agencyComment: 'Agency’s comment',
  involved: 'People involved',
  date: 'Date',
};
export const TEXT_FIELDS = (Object.keys(FIELD_NAMES) as CorrectedField[]).filter(
  (field): field is Exclude<CorrectedField, 'date'> => field !== 'date',
);
