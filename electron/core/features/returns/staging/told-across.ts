import { splitDated } from './paragraph-table.ts';
import { isTableNote, statesNoContact } from './row-kinds.ts';

/** When and what, for an entry that does not stand in its columns. */
export type Told = {
  date: string;
  description: string;
  /** The row's other columns are its own: only its date stands in the text. */
  beside?: true;
};

/** An entry written across the table: a stated gap among dated rows, or a date with its text behind it. */
export function toldAcross(text: string, amongDated: boolean): Told | null {
  if (amongDated && statesNoContact(text)) return { date: text, description: text };
  const parts = splitDated(text);
  return parts ? { date: parts[0], description: parts[1] } : null;
}

/** An entry written into the date cell alone, or a stated gap. A short text there that is no sentence is a heading, after the last date a note. */
export function toldInDateCell(text: string, beforeLastDate: boolean, dated: boolean): Told | null {
  if (dated) return statesNoContact(text) ? { date: text, description: text } : null;
  const parts = splitDated(text);
  if (parts) return { date: parts[0], description: parts[1] };
  if (beforeLastDate && statesNoContact(text)) return { date: text, description: text };
  if (!beforeLastDate || isTableNote(text)) return null;
  return text.trim().length > 60 || isSentence(text) ? { date: text, description: text } : null;
}

/** "Family moved to a new town.": words that end as a sentence does. A heading has no full stop. */
export function isSentence(text: string): boolean {
  const trimmed = text.trim();
  return /[\p{L}\d)][.!?]["”’)]?$/u.test(trimmed) && trimmed.split(/\s+/).length > 2 && /\s\p{Ll}{2,}/u.test(trimmed);
}
