import { z } from 'zod';
import { Day, Id, prose, RowVersion, safe } from './basics.ts';

export const Timescale = z.strictObject({ asWritten: prose(500), due: Day.nullable() });
export const Level = z.enum(['local', 'regional', 'national']);
export const ActionStatus = z.enum(['notStarted', 'inProgress', 'amber', 'red', 'done']);

const plan = {
  owners: z.array(prose(300)).max(20),
  leadAgency: prose(300).nullable(),
  timescale: Timescale.nullable(),
  successMeasure: prose(4000).nullable(),
  /** owner → overseer → group → executive */
  assurance: z.array(prose(300)).max(10),
};
export const Recommendation = z.strictObject({
  id: Id,
  position: z.int(),
  heading: prose(300).nullable(),
  text: prose(8000),
  ...plan,
  expectedOutcome: prose(4000).nullable(),
  level: Level.nullable(),
  preamble: prose(4000).nullable(),
  findingIds: z.array(Id),
  /** false once its block was deleted from the draft: kept, numbered no more. */
  placed: z.boolean(),
  rowVersion: RowVersion,
});
export const Action = z.strictObject({
  id: Id,
  recommendationId: Id.nullable(),
  position: z.int(),
  heading: prose(300).nullable(),
  text: prose(8000),
  ...plan,
  status: ActionStatus,
  rowVersion: RowVersion,
});

/** One line of `plumbline actions`. */
export const ActionLine = z.strictObject({
  id: Id,
  kind: z.enum(['recommendation', 'action']),
  number: safe(),
  text: prose(),
  owners: z.array(prose()),
  leadAgency: prose().nullable(),
  timescale: Timescale.nullable(),
  successMeasure: prose().nullable(),
  assurance: z.array(prose()),
  recommendationId: Id.nullable(),
  status: safe(),
});

/** Actions as read from a file or pasted text, before they are rows. */
export const StagedAction = z.strictObject({
  kind: z.enum(['recommendation', 'action']),
  number: safe().nullable(),
  /** index of the recommendation it follows in the same list, if any */
  parent: z.int().nonnegative().nullable(),
  heading: prose(300).nullable(),
  text: prose(8000),
  ...plan,
});

/** What the SMART reader sees; every text is an exact part of the input. */
export const RecommendationReading = z.strictObject({
  id: safe(),
  owners: z.array(z.strictObject({ text: prose(), type: z.enum(['post', 'agency', 'partnership', 'government']) })),
  timescale: z
    .strictObject({
      text: prose(),
      kind: z.enum(['date', 'relative', 'event', 'immediate', 'standard', 'vague']),
      due: Day.optional(),
    })
    .nullable(),
  measure: prose().nullable(),
  weak: z.boolean(),
  reasons: z.array(z.strictObject({ code: safe(), message: safe() })),
});

export type Timescale = z.infer<typeof Timescale>;
export type Recommendation = z.infer<typeof Recommendation>;
export type Action = z.infer<typeof Action>;
export type ActionLine = z.infer<typeof ActionLine>;
export type StagedAction = z.infer<typeof StagedAction>;
export type RecommendationReading = z.infer<typeof RecommendationReading>;
export type ActionStatus = z.infer<typeof ActionStatus>;
