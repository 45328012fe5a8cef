import { z } from 'zod';
import { Clock, Day, Id, prose, safe } from '../model/basics.ts';
import { Certainty, Precision } from '../model/event-date.ts';
import { EventFilter } from './event-filter.ts';
import { query, type Procedures } from './procedure.ts';

/** What a lane stands for. */
export const LanesBy = z.enum(['agency', 'person', 'theme']);

/** Entries each week of one lane; weeks are counted from the Monday before 1 January 1970. */
export const Lane = z.strictObject({
  id: Id,
  name: prose(400),
  entries: z.int(),
  weeks: z.array(z.strictObject({ week: z.int(), entries: z.int() })),
});

/** One entry as a lane draws it. */
export const LaneEntry = z.strictObject({
  id: Id,
  ref: z.int(),
  /** Lanes in which it stands: several by person or theme. */
  laneIds: z.array(Id),
  agencyId: Id,
  earliest: Day.nullable(),
  latest: Day.nullable(),
  time: Clock.nullable(),
  endTime: Clock.nullable(),
  precision: Precision,
  certainty: Certainty,
  noContact: z.boolean(),
  dateLabel: safe(),
  /** The beginning of what was recorded. */
  text: prose(),
});

const READS = ['event', 'agency', 'themeTag', 'theme', 'correction', 'registerEntry', 'mentionDecision'] as const;

export const lanes = {
  'lanes.density': query({
    about: 'How many entries each week, by agency, person or theme, over the whole time.',
    input: z.strictObject({ filter: EventFilter, by: LanesBy }),
    output: z.strictObject({
      lanes: z.array(Lane),
      /** Entries without a readable date stand in no week. */
      undated: z.int(),
      /** By person: the mentions were counted before the last change. */
      stale: z.boolean(),
    }),
    reads: READS,
  }),
  'lanes.entries': query({
    about: 'The entries of a stretch of days one by one, with the lanes in which they stand.',
    input: z.strictObject({
      filter: EventFilter,
      by: LanesBy,
      from: Day,
      to: Day,
      /** Only those whose date is a span of days. */
      uncertainOnly: z.boolean(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({ entries: z.array(LaneEntry), more: z.boolean() }),
    reads: READS,
  }),
  'matrix.get': query({
    about: 'Themes against agencies over a period: how many entries in each cell, and in each of its quarters or months.',
    input: z.strictObject({ from: Day.nullable(), to: Day.nullable(), parts: z.enum(['quarter', 'month']) }),
    output: z.strictObject({
      /** The first day of each part of the period, and the day after the last. */
      starts: z.array(Day),
      end: Day.nullable(),
      agencies: z.array(Id),
      rows: z.array(
        z.strictObject({
          themeId: Id,
          name: prose(200),
          /** How far it is indented: a theme under a theme is 1. */
          depth: z.int(),
          cells: z.array(z.strictObject({ agencyId: Id, entries: z.int(), parts: z.array(z.int()) })),
        }),
      ),
    }),
    reads: ['event', 'agency', 'theme', 'themeTag'],
  }),
} satisfies Procedures;
export type LanesBy = z.infer<typeof LanesBy>;
export type Lane = z.infer<typeof Lane>;
export type LaneEntry = z.infer<typeof LaneEntry>;
