import { z } from 'zod';
import { Id, prose, RowVersion, safe } from './basics.ts';

export const Theme = z.strictObject({
  id: Id,
  parentId: Id.nullable(),
  name: prose(120),
  definition: prose(2000),
  position: z.int(),
  /** Entries tagged with it. */
  entries: z.int(),
  rowVersion: RowVersion,
});

/** SCIE's kinds of finding, in the field's own names. */
export const FindingKind = z.enum(['practice', 'goodPractice', 'systemic', 'keyPracticeEpisode']);
export const Stance = z.enum(['for', 'against']);

export const Evidence = z.strictObject({
  id: Id,
  findingId: Id,
  eventId: Id,
  stance: Stance,
  note: prose(2000).nullable(),
  ref: z.int(),
  agencyId: Id,
  dateLabel: safe(),
  text: prose(),
  rowVersion: RowVersion,
});

export const Finding = z.strictObject({
  id: Id,
  position: z.int(),
  number: z.int(),
  kind: FindingKind,
  statement: prose(2000),
  /** What led to it and kept it going: the contributory factors. */
  why: prose(8000),
  question: prose(500).nullable(),
  evidenceFor: z.int(),
  evidenceAgainst: z.int(),
  recommendationIds: z.array(Id),
  rowVersion: RowVersion,
});

/** One step of the thread evidence → finding → recommendation → action → publication. */
export const ThreadNode = z.strictObject({
  table: z.enum(['event', 'finding', 'recommendation', 'action', 'publication']),
  id: Id,
  label: prose(200),
  text: prose(),
  stance: Stance.nullable(),
});

export type Theme = z.infer<typeof Theme>;
export type Finding = z.infer<typeof Finding>;
export type FindingKind = z.infer<typeof FindingKind>;
export type Evidence = z.infer<typeof Evidence>;
export type Stance = z.infer<typeof Stance>;
export type ThreadNode = z.infer<typeof ThreadNode>;
