import { columnOrder, doubtedByColumn } from '#shared/dates/column-order.ts';
import type { DateReading } from '#shared/model/event-date.ts';

/** What the dates of one column share. */
export type DateColumn = {
  /** Its figures show month before day somewhere and day before month nowhere. */
  readonly monthFirst: boolean;
  /** Every date has midnight beside it, which a database prints for "no time". */
  readonly midnight: boolean;
};

export const NO_COLUMN: DateColumn = { monthFirst: false, midnight: false };

const MIDNIGHT = /(?<=\d)[T ]\s*0?0:00(?::00(?:[.,]0+)?)?\s*(?:Z|\+00:?00)?$/i;

export function dateColumn(cells: readonly string[]): DateColumn {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => /\d/.test(cell));
  return {
    monthFirst: columnOrder(filled) === 'monthFirst',
    midnight: filled.length > 1 && filled.every((cell) => MIDNIGHT.test(cell)),
  };
}

/** A date cell as its column says: what was written less a midnight that no one wrote. */
export function withoutMidnight(written: string, { midnight }: DateColumn): string {
  return midnight ? written.replace(MIDNIGHT, '') : written;
}

/** The rule: a date that works day-first is certain unless its column contradicts it. */
export function heldAgainst(reading: DateReading, written: string, { monthFirst }: DateColumn): DateReading {
  return monthFirst ? doubtedByColumn(reading, written) : reading;
}
