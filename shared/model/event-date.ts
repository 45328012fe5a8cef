import { z } from 'zod';
import { Clock, Day, prose, safe } from './basics.ts';

export const Precision = z.enum(['time', 'day', 'month', 'season', 'year', 'range', 'unknown']);
export const Certainty = z.enum(['certain', 'approximate', 'uncertain']);

/** What a blank or relative date leans on. */
export const DateAnchor = z.strictObject({
  previousEarliest: Day.optional(),
  previousLatest: Day.optional(),
  scopeFrom: Day.optional(),
  scopeTo: Day.optional(),
});
export const DateInput = z.strictObject({ id: safe(), text: prose(10_000), anchor: DateAnchor.optional() });

export const DateProblem = z.strictObject({ code: safe(), message: prose() });
const reading = {
  earliest: Day.nullable(),
  latest: Day.nullable(),
  precision: Precision,
  certainty: Certainty,
  time: Clock.nullable(),
  endTime: Clock.nullable(),
  alternatives: z.array(z.strictObject({ earliest: Day, latest: Day })),
  problems: z.array(DateProblem),
};
/** A date as understood: whole local calendar days, never instants. */
export const DateReading = z.strictObject(reading);
export const DateOutput = z.strictObject({ id: safe(), ...reading });
/** The date of an event: what was written beside what was understood, and its place within the day. */
export const EventDate = z.strictObject({ ...reading, asWritten: prose(), order: z.int() });

export type DateAnchor = z.infer<typeof DateAnchor>;
export type DateInput = z.infer<typeof DateInput>;
export type DateProblem = z.infer<typeof DateProblem>;
export type DateReading = z.infer<typeof DateReading>;
export type DateOutput = z.infer<typeof DateOutput>;
export type EventDate = z.infer<typeof EventDate>;
export type Precision = z.infer<typeof Precision>;
export type Certainty = z.infer<typeof Certainty>;
