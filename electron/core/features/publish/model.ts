import { z } from 'zod';
import { Day, Id, Instant, prose, safe } from '#shared/model/basics.ts';
import { Timescale } from '#shared/model/recommendation.ts';
import { RegisterEntry } from '#shared/model/register.ts';

/** A row and its field, so that whatever is found in a text can open its fix. Items of a list are `owners.0`, `assurance.1`. */
export const FieldRef = z.strictObject({ table: safe(), id: safe(), field: safe() });

const span = { textHash: safe(), start: z.int().nonnegative(), end: z.int().nonnegative() };

/** "This May is the month": what a doubtful mention is. `entryId: null` says that it is nobody on the register. */
export const SpanDecision = z.strictObject({ ...FieldRef.shape, ...span, entryId: safe().nullable() });

export const RemedyAction = z.enum(['leaveOut', 'pseudonym', 'keep']);
/** What was done about one span, with reason, person and time. */
export const SpanRemedy = z.strictObject({
  ...FieldRef.shape,
  ...span,
  action: RemedyAction,
  replacement: prose(300).optional(),
  reason: prose(2000),
  person: prose(300),
  at: Instant,
});

const plan = {
  heading: prose(300).nullable(),
  text: prose(8000),
  owners: z.array(prose(300)).max(20),
  leadAgency: prose(300).nullable(),
  timescale: Timescale.nullable(),
  successMeasure: prose(4000).nullable(),
  assurance: z.array(prose(300)).max(10),
};
/** An action: a row of its own, numbered 1 … n, or 1.1, 1.2 under its recommendation. */
export const PublishedAction = z.strictObject({ table: z.literal('action'), id: Id, number: safe().max(20), ...plan });
export const PublishedRecommendation = z.strictObject({
  table: z.literal('recommendation'),
  id: Id,
  number: safe().max(20),
  ...plan,
  actions: z.array(PublishedAction).max(500),
});
export const PublishedItem = z.discriminatedUnion('table', [PublishedRecommendation, PublishedAction]);

/**
 * For `actionsOnly` nothing of the chronology is read at all: the safest redaction is not to collect.
 * `reviewId` and `publicationId` say where the review's own words stand; no id reaches the file or its hash.
 */
export const ActionsOnlyModel = z.strictObject({
  kind: z.literal('actionsOnly'),
  reviewId: safe(),
  publicationId: safe(),
  partnership: prose(300),
  /** Neutral title. Null: made of the review's type and the subject's pseudonym. */
  reviewTitle: prose(300).nullable(),
  reviewTypeLabel: prose(200),
  reference: prose(100).nullable(),
  subjectPseudonym: prose(120),
  author: z.strictObject({ name: prose(200), post: prose(200) }).nullable(),
  /** Why the report is not published: with it the actions may be published alone (Children Act 2004, s.16F). */
  reason: prose(4000),
  publishedOn: Day,
  /** Null: the public. Anything else is printed under the title, so that a copy shows whom it is for. */
  audience: prose(200).nullable(),
  items: z.array(PublishedItem).max(2000),
  register: z.array(z.object(RegisterEntry.shape)),
  decisions: z.array(SpanDecision),
  remedies: z.array(SpanRemedy),
});

export const PublicationModel = z.discriminatedUnion('kind', [ActionsOnlyModel]);

export type FieldRef = z.infer<typeof FieldRef>;
export type SpanDecision = z.infer<typeof SpanDecision>;
export type SpanRemedy = z.infer<typeof SpanRemedy>;
export type RemedyAction = z.infer<typeof RemedyAction>;
export type PublishedAction = z.infer<typeof PublishedAction>;
export type PublishedRecommendation = z.infer<typeof PublishedRecommendation>;
export type PublishedItem = z.infer<typeof PublishedItem>;
export type ActionsOnlyModel = z.infer<typeof ActionsOnlyModel>;
export type PublicationModel = z.infer<typeof PublicationModel>;
