import type { EventField } from '#shared/model/chronology-event.ts';
import type { Row } from '../../db/tables.ts';

/** A `passage` row as the core handles it. */
export type PassageRow = Row & {
  tagId: string;
  eventId: string;
  field: EventField;
  start: number;
  end: number;
  fromChar: number;
  quote: string;
  bringsTag: boolean;
  person: string;
  post: string;
  at: string;
  rowVersion: number;
};

/** Whether the words of a passage stand where it says. Whatever changed a text, undo too, this is asked of the text itself. */
export const standsIn = (text: string | null, passage: Pick<PassageRow, 'start' | 'end' | 'quote'>): boolean =>
  text !== null && text.slice(passage.start, passage.end) === passage.quote;

/** A stretch of a text as a row keeps it. */
export function spanColumns(
  text: string,
  span: { start: number; end: number },
): Pick<PassageRow, 'start' | 'end' | 'fromChar' | 'quote'> {
  const { start, end } = span;
  return { start, end, fromChar: [...text.slice(0, start)].length, quote: text.slice(start, end) };
}
