import { columnOrder, doubtedByColumn } from '#shared/dates/column-order.ts';
import { readDate } from '#shared/dates/read-date.ts';
import type { DateReading } from '#shared/model/event-date.ts';

/** What the dates of one column share. */
export type DateColumn = {
  /** Its figures show month before day somewhere and day before month nowhere. */
  readonly monthFirst: boolean;
  /** Midnight is the only clock time in it, which a database prints for "no time". */
  readonly midnight: boolean;
};

export const NO_COLUMN: DateColumn = { monthFirst: false, midnight: false };

const MIDNIGHT = /(?<=\d)[T ]\s*0?0:00(?::00(?:[.,]0+)?)?\s*(?:Z|\+00:?00)?$/i;

export function dateColumn(cells: readonly string[]): DateColumn {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => /\d/.test(cell));
  return {
    monthFirst: columnOrder(filled) === 'monthFirst',
    midnight: midnightOnly(filled),
  };
}

/** Several midnights, and no other clock time in the column: cells without one may stand among them. */
function midnightOnly(filled: readonly string[]): boolean {
  const others = filled.filter((cell) => !MIDNIGHT.test(cell));
  if (filled.length - others.length < 2) return false;
  return others.every((cell) => readDate(cell).time === null);
}

/** Whether a cell ends in the figures of midnight, as a database or a spreadsheet prints a day without a time. */
export function endsAtMidnight(written: string): boolean {
  return MIDNIGHT.test(written.trim());
}

/** A date cell as its column says: what was written less a midnight that no one wrote. */
export function withoutMidnight(written: string, { midnight }: DateColumn): string {
  return midnight ? written.replace(MIDNIGHT, '') : written;
}

/** The rule: a date that works day-first is certain unless its column contradicts it. */
export function heldAgainst(reading: DateReading, written: string, { monthFirst }: DateColumn): DateReading {
  return monthFirst ? doubtedByColumn(reading, written) : reading;
}
