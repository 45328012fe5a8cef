import type { DateReading } from '#shared/model/event-date.ts';
import { type ProblemPlace, quoted, type StagingRecord } from './staging-record.ts';

/** A date, a month or a year on a row of its own, over the entries that lean on it. */
type Heading = { text: string; at: ProblemPlace | null; reading: DateReading; isUsed: boolean; isNearest: boolean };

/** What stands over the rows that come next. A heading that none of them bears out is told of, as it may have been an entry. */
export class HeadingAbove {
  #heading: Heading | null = null;
  readonly #record: StagingRecord;

  constructor(record: StagingRecord) {
    this.#record = record;
  }

  /** `at`: the heading's row, where it stands in the table and not above it. */
  put(text: string, reading: DateReading, at: ProblemPlace | null): void {
    this.close();
    this.#heading = { text: text.trim(), at, reading, isUsed: false, isNearest: true };
  }

  /** What was written of an entry's date: the heading's words where its own cell is blank. */
  lend(reading: DateReading, cell: string, written: string): string {
    const heading = this.#heading;
    if (!heading) return written;
    const { earliest, latest } = heading.reading;
    const day = reading.earliest;
    const isWithin = day !== null && (earliest === null || day >= earliest) && (latest === null || day <= latest);
    const isBlank = cell.trim() === '' && day !== null;
    if (isBlank || isWithin) heading.isUsed = true;
    // A date of its own is what the rows below it lean on.
    if (!isBlank) heading.isNearest = false;
    if (!isBlank && !isWithin) this.close();
    return isBlank && heading.isNearest ? [heading.text, written].join(' ').trim() : written;
  }

  close(): void {
    const heading = this.#heading;
    this.#heading = null;
    if (!heading || heading.isUsed || heading.at === null) return;
    const message = `This row was read as a heading, and no entry under it is of that time: ${quoted(heading.text)}.`;
    this.#record.report('notice', 'notAnEvent', message, heading.at);
  }
}
