import type { RawRow, ReturnProblem, StagedEvent, TableRef } from '#shared/model/agency-return.ts';
import type { Scope } from './read-dates.ts';

/** What staging a return adds up to while its tables go by. */
export class StagingRecord {
  readonly rows: RawRow[] = [];
  readonly events: StagedEvent[] = [];
  readonly problems: ReturnProblem[] = [];
  readonly agency: string;
  readonly scope: Scope;

  constructor(agency: string, scope: Scope) {
    this.agency = agency;
    this.scope = scope;
  }

  report(severity: ReturnProblem['severity'], code: string, message: string, at: ProblemPlace = {}): void {
    const { table = null, row = null, column } = at;
    this.problems.push({ severity, code, message, table, row, ...(column === undefined ? {} : { column }) });
  }
}

export type ProblemPlace = { table?: TableRef; row?: number; column?: string | undefined };

/** A text as it is shown inside a message: one line, not too long. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return `“${flat.length > 300 ? `${flat.slice(0, 297)}…` : flat}”`;
}
