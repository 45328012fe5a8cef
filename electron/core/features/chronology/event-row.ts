import type { EventDate } from '#shared/model/event-date.ts';
import type { CorrectedField, EventField } from '#shared/model/chronology-event.ts';
import type { Row } from '../../db/tables.ts';
import { orderAt } from './place.ts';

/** An `event` row as the core handles it. */
export type StoredEvent = Row & {
  pos: number;
  ref: number;
  agencyId: string;
  returnId: string | null;
  asWritten: string;
  earliest: string | null;
  latest: string | null;
  precision: EventDate['precision'];
  certainty: EventDate['certainty'];
  time: string | null;
  endTime: string | null;
  alternatives: EventDate['alternatives'];
  problems: EventDate['problems'];
  problemCount: number;
  description: string;
  sourceOfInformation: string | null;
  response: string | null;
  outcome: string | null;
  childVoice: string | null;
  agencyComment: string | null;
  involved: string | null;
  other: Record<string, string>;
  noContact: boolean;
  byHand: boolean;
  hidden: boolean;
  /** The version of its return that left it out, where nobody had worked on it or a person said so. */
  removedIn: number | null;
  rowVersion: number;
};

export const EVENT_FIELDS: readonly EventField[] = [
  'description',
  'sourceOfInformation',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
];

/** The columns of the event table that hold a date, without its place in the order. */
export function dateColumns(date: Omit<EventDate, 'order'>): Record<string, unknown> {
  return {
    asWritten: date.asWritten,
    earliest: date.earliest,
    latest: date.latest,
    precision: date.precision,
    certainty: date.certainty,
    time: date.time,
    endTime: date.endTime,
    alternatives: date.alternatives,
    problems: date.problems,
    problemCount: date.problems.length,
  };
}

export function dateOf(event: StoredEvent): EventDate {
  return {
    earliest: event.earliest,
    latest: event.latest,
    precision: event.precision,
    certainty: event.certainty,
    time: event.time,
    endTime: event.endTime,
    alternatives: event.alternatives,
    problems: event.problems,
    asWritten: event.asWritten,
    order: orderAt(event.pos),
  };
}

/** The text of a field as it now stands: the correction where there is one, else what the agency wrote. */
export function standingText(
  event: StoredEvent,
  field: EventField,
  corrections: ReadonlyMap<CorrectedField, string | null>,
): string | null {
  const corrected = corrections.get(field);
  return corrected === undefined ? event[field] : corrected;
}
