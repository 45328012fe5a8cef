import { AppError } from '#shared/kernel/app-error.ts';
import type { RawRow, ReturnProblem, StagedEvent, TableRef } from '#shared/model/agency-return.ts';
import type { PreviousDate, Scope } from './read-dates.ts';

export type Carried = { columns: string; previous: PreviousDate; event: StagedEvent | null };

const MOST_LETTERS = 300_000_000;

/** What staging a return adds up to while its tables go by. */
export class StagingRecord {
  readonly rows: RawRow[] = [];
  readonly events: StagedEvent[] = [];
  readonly problems: ReturnProblem[] = [];
  /** Entries that stand under a heading of background or history. */
  readonly background = new Set<StagedEvent>();
  /** Where the table before ended: one of the same columns goes on from there. */
  carried: Carried | null = null;
  #letters = 0;
  /** Whose the rows are that come next, where they do not say. */
  agency: string;
  readonly scope: Scope;

  constructor(agency: string, scope: Scope) {
    this.agency = agency;
    this.scope = scope;
  }

  /** Merged cells and "as above" repeat text, so a small file can become an enormous return: that is refused in time. */
  weigh(letters: number): void {
    this.#letters += letters;
    if (this.#letters > MOST_LETTERS)
      throw new AppError('fileTooLarge', { limit: `${MOST_LETTERS / 1_000_000} million letters` });
  }

  report(severity: ReturnProblem['severity'], code: string, message: string, at: ProblemPlace = {}): void {
    const { table = null, row = null, column } = at;
    this.problems.push({ severity, code, message, table, row, ...(column === undefined ? {} : { column }) });
  }

  /** A nil return in the form of a table: what it has no events of, it needs no dates for. */
  dropEvents(): void {
    this.events.length = 0;
    const kept = this.problems.filter(({ code }) => code !== 'unread' && code !== 'undated');
    this.problems.splice(0, this.problems.length, ...kept);
  }
}

export type ProblemPlace = { table?: TableRef; row?: number; column?: string | undefined };

/** A text as it is shown inside a message: one line, not too long. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return `“${flat.length > 300 ? `${flat.slice(0, 297)}…` : flat}”`;
}
