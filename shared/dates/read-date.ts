import type { DateAnchor, DateReading } from '../model/event-date.ts';
import type { DateConventions } from './conventions.ts';
import { frameOf, unreadDate } from './frame.ts';
import { readPlainNumeric } from './plain-numeric.ts';

/** Reads a date as people write them. Pure, and total: every string gets a reading, if only that it cannot be read. */
export function readDate(text: string, anchor?: DateAnchor, conventions?: DateConventions): DateReading {
  const frame = frameOf(anchor, conventions);
  return (
    readPlainNumeric(text, frame) ??
    unreadDate([{ code: 'unread', message: 'The date could not be read. What was written is kept.' }])
  );
}
