import { z } from 'zod';
import { PublicationKind } from '#shared/model/publication-kinds.ts';
import { Day, prose, safe } from '#shared/model/basics.ts';
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
  at: safe(),
});

/** What is done wherever somebody on the register is named: about one entry, or about all (`entryId: null`). */
export const RegisterRule = z.strictObject({
  action: z.enum(['pseudonym', 'leaveOut']),
  entryId: safe().nullable(),
  reason: prose(2000),
  person: prose(300),
  at: safe(),
  /** Withholding is approved by somebody; a pseudonym needs no approval. */
  approved: z.boolean(),
});

/** What somebody wrote: a text of the review, with its place. Nothing that a person wrote reaches a publication otherwise. */
export const FieldText = z.strictObject({
  source: FieldRef,
  /** Number of the action or recommendation, where the field is one of theirs. */
  number: safe().max(20).nullable(),
  /** As a reader would say it: "Action 2", "The reason". */
  label: safe().max(200),
  text: prose(),
});

/** Something that is missing or wrong before any name is looked for: it blocks, or it is only said. */
export const Concern = z.strictObject({
  code: safe(),
  blocks: z.boolean(),
  message: prose(600),
  where: z.strictObject({ ...FieldRef.shape, number: safe().nullable(), label: safe() }),
  fix: prose(400),
});

/** Words of a line: Plumbline's own, or somebody's. A list prints its lead only where a text is left to print. */
const InlineWords = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('own'), text: safe() }),
  z.strictObject({ t: z.literal('text'), text: FieldText }),
  z.strictObject({
    t: z.literal('list'),
    lead: safe(),
    items: z.array(FieldText),
    by: safe(),
    /** Ends as a sentence before the next. */
    sentence: z.boolean(),
    /** Printed after the last, with the lead. */
    end: safe().optional(),
  }),
  /** A date as written; in figures alone it is printed in words, from the day it was understood as. */
  z.strictObject({ t: z.literal('due'), text: FieldText, due: Day.nullable() }),
]);
const words = z.array(InlineWords);

/** What is to be published, block by block, before any rule is applied. */
export const ModelBlock = z.discriminatedUnion('t', [
  z.strictObject({
    t: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
    words,
    source: FieldRef.optional(),
    concerns: z.array(Concern),
    /** Raised where nothing that somebody wrote is left in the heading or in the texts under it. */
    empty: Concern.nullable(),
  }),
  /** Each line of the text a paragraph; lines with a bullet are items of a list. */
  z.strictObject({ t: z.literal('lines'), text: FieldText, empty: Concern.nullable() }),
  z.strictObject({ t: z.literal('paragraph'), words, source: FieldRef.optional() }),
  z.strictObject({ t: z.literal('labelled'), label: safe(), words, source: FieldRef.optional() }),
  z.strictObject({ t: z.literal('listItem'), ordered: z.boolean(), words, source: FieldRef.optional() }),
  z.strictObject({
    t: z.literal('table'),
    caption: safe(),
    header: z.array(safe()),
    widths: z.array(z.number().positive()).nullable(),
    rows: z.array(z.array(words)),
  }),
]);

/**
 * Everything that a publication says, with what is known of names. Each kind reads what it needs and nothing else: the safest
 * redaction is not to collect. No id reaches the file or its hash.
 */
export const PublicationModel = z.strictObject({
  kind: PublicationKind,
  publicationId: safe(),
  /** "Actions only": printed under the title, so that a copy shows what it is. */
  kindLabel: safe(),
  /** The kind of review before the words of the title; null where the title is written out whole. */
  titleLead: safe().nullable(),
  title: FieldText,
  partnership: FieldText,
  reference: FieldText.nullable(),
  author: z.strictObject({ name: FieldText, post: FieldText }).nullable(),
  publishedOn: Day,
  /** Null: the public. Anything else is printed under the title, so that a copy shows whom it is for. */
  audience: FieldText.nullable(),
  body: z.array(ModelBlock),
  concerns: z.array(Concern),
  register: z.array(z.object(RegisterEntry.shape)),
  decisions: z.array(SpanDecision),
  remedies: z.array(SpanRemedy),
  rules: z.array(RegisterRule),
});

type OfWords<T> =
  | { t: 'own'; text: string }
  | { t: 'text'; text: T }
  | { t: 'list'; lead: string; items: T[]; by: string; sentence: boolean; end?: string | undefined }
  | { t: 'due'; text: T; due: string | null };

export type FieldRef = z.infer<typeof FieldRef>;
export type FieldText = z.infer<typeof FieldText>;
export type Concern = z.infer<typeof Concern>;
export type SpanDecision = z.infer<typeof SpanDecision>;
export type RegisterRule = z.infer<typeof RegisterRule>;
export type SpanRemedy = z.infer<typeof SpanRemedy>;
export type RemedyAction = z.infer<typeof RemedyAction>;
export type ModelWords = OfWords<FieldText>;
export type WordsOf<T> = OfWords<T>;
export type ModelBlock = z.infer<typeof ModelBlock>;
export type PublicationModel = z.infer<typeof PublicationModel>;
