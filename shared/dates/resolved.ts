import type { DateProblem, Precision } from '../model/event-date.ts';
import type { DaySpan } from './calendar.ts';

/** A date with its days found. */
export type Resolved = {
  readonly span: DaySpan;
  readonly year: number;
  readonly precision: Precision;
  readonly vague: boolean;
  readonly uncertain: boolean;
  readonly problems: DateProblem[];
  readonly alternatives: DaySpan[];
};

export type Unresolved = { readonly span: null; readonly problems: DateProblem[]; readonly alternatives: DaySpan[] };
