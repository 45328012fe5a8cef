import { z } from 'zod';
import { Day, Id, prose, safe, secret } from '../model/basics.ts';
import { EventField } from '../model/chronology-event.ts';
import { Certainty, Precision } from '../model/event-date.ts';

const ids = z.array(Id).min(1).max(500);
const not = z.boolean().optional();

/** Where words are looked for; without one, in everything that the search finds. */
export const WordsField = z.enum([...EventField.options, 'other', 'asWritten']);

/** What an entry either is or is not. */
export const Fact = z.enum([
  'timeKnown',
  'tagged',
  'annotated',
  'corrected',
  'linked',
  'noContact',
  'addedByHand',
  'placedByHand',
  'changedLast',
  'grouped',
  'askedAbout',
  'passage',
  'openThread',
  'openChallenge',
  'memo',
]);

/** One condition of a filter. `not` turns it round. */
export const Condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agency'), ids, not }),
  /** Overlap: an entry whose date may fall in the period. */
  z.strictObject({ kind: z.literal('period'), from: Day.optional(), to: Day.optional(), not }),
  /** With the themes below it, unless `alone`. */
  z.strictObject({ kind: z.literal('theme'), ids, alone: z.boolean().optional(), not }),
  z.strictObject({ kind: z.literal('person'), ids, not }),
  z.strictObject({ kind: z.literal('words'), words: prose(400).min(1), field: WordsField.optional(), not }),
  /** Has a problem of one of these kinds; without codes, any. */
  z.strictObject({ kind: z.literal('problem'), codes: z.array(safe().max(60)).max(60).optional(), not }),
  z.strictObject({ kind: z.literal('precision'), any: z.array(Precision).min(1), not }),
  z.strictObject({ kind: z.literal('certainty'), any: z.array(Certainty).min(1), not }),
  z.strictObject({ kind: z.literal('fact'), is: Fact, not }),
  /** Who annotated it; without a name, whoever has the post. A name finds nothing where names are not shown. */
  z.strictObject({
    kind: z.literal('annotatedBy'),
    people: z
      .array(z.strictObject({ name: secret().max(200), post: safe().max(200) }))
      .min(1)
      .max(50),
    not,
  }),
  z.strictObject({ kind: z.literal('return'), ids, not }),
  /** Reference numbers from, to, both included. */
  z.strictObject({ kind: z.literal('ref'), from: z.int().optional(), to: z.int().optional(), not }),
]);

const Match = z.enum(['all', 'any']);
/** Conditions joined among themselves before they are joined to the others. */
export const ConditionGroup = z.strictObject({
  kind: z.literal('group'),
  match: Match,
  of: z.array(Condition).min(1).max(20),
  not,
});
export const Conditions = z.strictObject({ match: Match, of: z.array(z.union([Condition, ConditionGroup])).max(20) });

export const Grouping = z.enum(['day', 'agency', 'theme']);

/** All that is set must hold; an empty list means no filter. Periods mean overlap; a theme takes in those below it. */
export const EventFilter = z.strictObject({
  search: z.string().max(400).optional(),
  agencyIds: z.array(Id).optional(),
  from: Day.optional(),
  to: Day.optional(),
  themeIds: z.array(Id).optional(),
  personIds: z.array(Id).optional(),
  problemsOnly: z.boolean().optional(),
  untaggedOnly: z.boolean().optional(),
  returnId: Id.optional(),
  /** One row for each event told by several: the account relied on, else the first; of the groups in `open`, every account. */
  gathered: z.strictObject({ open: z.array(Id).max(500) }).optional(),
  /** Conditions joined by all or any; they hold besides what is set above. */
  where: Conditions.optional(),
  /** Only what stands under one heading of a grouped list; key null: without a day, without a theme. */
  within: z.strictObject({ by: Grouping, key: safe().max(40).nullable() }).optional(),
});

export type WordsField = z.infer<typeof WordsField>;
export type Fact = z.infer<typeof Fact>;
export type Condition = z.infer<typeof Condition>;
export type ConditionGroup = z.infer<typeof ConditionGroup>;
export type Conditions = z.infer<typeof Conditions>;
export type Grouping = z.infer<typeof Grouping>;
export type EventFilter = z.infer<typeof EventFilter>;
