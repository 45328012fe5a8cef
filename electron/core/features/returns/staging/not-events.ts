import { fieldsOfHeading, isPlainHeading } from '../mapping/heading.ts';
import { authorNoteAt } from './author-notes.ts';
import type { LaidRow } from './layout.ts';
import type { RowFields } from './row-fields.ts';
import { isExample, isExampleDate, isInstruction, isTableNote } from './row-kinds.ts';

/** What the stager knows of a row before it is read. */
export type RowFacts = { index: number; filled: readonly number[]; dated: boolean };
export type TableFacts = {
  /** An entry has been read before it. */
  started: boolean;
  /** Place of the last row with a date; −1 without one. */
  lastDated: number;
  authorNotes: boolean;
  /** A heading inside the table says that the entries are over. */
  ended: boolean;
};
export type WhyNot = { code: string; what: string; column?: number | undefined };

/** Why a row is no event, by its words: an example, an instruction, a note. Null for what may be one. */
export function whyNoEvent(row: LaidRow, fields: RowFields, facts: RowFacts & TableFacts): WhyNot | null {
  const { index, filled, dated, started, lastDated, ended } = facts;
  const date = fields.first(row, 'date');
  const first = row.texts[filled[0] ?? 0] ?? '';
  const examples = filled.filter((column) => isExample(row.texts[column]!)).length;
  if (isExample(first) || isExampleDate(date) || (filled.length > 0 && examples * 2 >= filled.length))
    return { code: 'exampleRow', what: 'an example' };
  const note = authorNoteAt(row, fields, facts.authorNotes);
  if (note !== null) return { code: 'authorNote', what: 'a note by its author', column: note };
  if (row.extra.length === 0 && filled.every((column) => fields.is(column, 'reference')))
    return { code: 'notAnEvent', what: 'a number and nothing else' };
  const instructing = (): boolean => filled.filter((column) => isInstruction(row.texts[column]!)).length > filled.length / 2;
  if (!started && !dated && (isInstruction(date) || instructing())) return { code: 'instructionRow', what: 'an instruction' };
  if (filled.length === 1 && row.extra.length === 0 && filled[0] === fields.column('date')) {
    if (!dated) return isPeriodWord(date) ? null : { code: 'notAnEvent', what: 'a heading or a note' };
    // "Date completed: 20/03/2024"
    if (isTableNote(date)) return { code: 'notAnEvent', what: 'a note under the table' };
  }
  if (!dated && isOtherHeader(row, fields)) return { code: 'otherHeader', what: 'another header' };
  const under = index > lastDated && lastDated >= 0 && !dated;
  if (under && (ended || isNote(first, filled) || (date.trim() !== '' && (isNote(date, filled) || /\p{L}\s*:\s*$/u.test(date)))))
    return { code: 'notAnEvent', what: 'a note under the table' };
  return null;
}

/** "End" over nothing closes the table; with words beside it, it is how something ended, and an entry. */
function isNote(text: string, filled: readonly number[]): boolean {
  return isTableNote(text) && !(filled.length > 1 && /^\W*(?:the )?end\W*$/i.test(text));
}

/** A row of headings with one for the date over the dates: the table begins again under other words. */
function isOtherHeader(row: LaidRow, fields: RowFields): boolean {
  const filled = row.texts.filter((text) => text.trim() !== '');
  if (filled.length < 3 || filled.some((text) => text.length > 60)) return false;
  const isDate = fieldsOfHeading(fields.first(row, 'date')).some(({ field, strength }) => field === 'date' && strength >= 0.8);
  return isDate && filled.every(isPlainHeading);
}

/** "March" alone is no date that a table is judged by, but it may be the heading of one. */
function isPeriodWord(text: string): boolean {
  return /^\W*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\W*(?:\d{2,4})?\W*$|^\W*(?:19|20)\d\d\W*$/i.test(text);
}
