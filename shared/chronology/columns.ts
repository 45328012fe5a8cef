import { ColumnKey, type Layout } from '../contract/views.ts';
import type { EventField } from '../model/chronology-event.ts';

export const COLUMN_HEADS: Readonly<Record<ColumnKey, string>> = {
  ref: 'Ref',
  date: 'Date',
  time: 'Time',
  agency: 'Agency · source',
  text: 'What was recorded',
  response: 'Response',
  outcome: 'Outcome',
  childVoice: 'The child’s voice',
  agencyComment: 'Agency’s comment',
  involved: 'People involved',
  themes: 'Themes',
  age: 'Age',
  sinceAgency: 'Since agency’s last',
  sinceAny: 'Since any contact',
  problems: 'Problems',
};
/** Said where there is room for it. */
export const COLUMN_ABOUT: Partial<Readonly<Record<ColumnKey, string>>> = {
  age: 'Age of each child',
  sinceAgency: 'Days since the same agency’s last contact',
  sinceAny: 'Days since the last contact of any agency',
};
/** What was written, when, by whom and its number always stand. */
export const ALWAYS: readonly ColumnKey[] = ['ref', 'date', 'agency', 'text'];
/** Columns that are fields of the entry. */
export const FIELD_COLUMNS: readonly (ColumnKey & EventField)[] = [
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
];
const FIRST_SHOWN: readonly ColumnKey[] = ['ref', 'date', 'time', 'agency', 'text', 'themes', 'age', 'problems'];

export const USUAL_LAYOUT: Layout = {
  columns: FIRST_SHOWN.map((key) => ({ key, width: null })),
  frozen: 0,
  group: null,
  rows: 'normal',
};
export const ALL_COLUMNS: readonly ColumnKey[] = ColumnKey.options;

/** What the list must be asked for besides, for these columns. */
export function besideOf(keys: readonly ColumnKey[]): { fields?: EventField[]; since?: true } {
  const fields = FIELD_COLUMNS.filter((key) => keys.includes(key));
  const since = keys.includes('sinceAgency') || keys.includes('sinceAny');
  return { ...(fields.length > 0 ? { fields } : {}), ...(since ? { since } : {}) };
}
