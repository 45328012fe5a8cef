import { z } from 'zod';
import { Day, Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { command, job, query, type Procedures } from './procedure.ts';

export const Review = z.strictObject({
  id: Id,
  title: safe(),
  reference: safe(),
  profile: z.enum(['lcspr', 'localLearning', 'rapidReview']),
  partnership: safe(),
  /** Pseudonym of the child the review is about, e.g. "Child V". */
  subject: safe(),
  scopeFrom: Day.nullable(),
  scopeTo: Day.nullable(),
  authorName: safe(),
  authorPost: safe(),
  rowVersion: RowVersion,
});
export const Agency = z.strictObject({
  id: Id,
  name: prose(300),
  /** Two letters, always shown with the colour. */
  letters: safe(),
  /** 0–9: one of the ten colours and patterns; from 10 on a colour again with another pattern. */
  colour: z.int(),
  entries: z.int(),
  rowVersion: RowVersion,
});
export const AgencyWeek = z.strictObject({ agencyId: Id, week: z.int(), entries: z.int() });

export const review = {
  'review.get': query({
    about: 'The review: title, reference, profile, period, author.',
    input: z.strictObject({}),
    output: Review,
    reads: ['review'],
  }),
  'review.update': command({
    about: 'Changes the facts about the review.',
    identifiedOnly: true,
    role: 'businessManager',
    undo: 'recorded',
    label: 'Review details',
    input: z.strictObject({
      rowVersion: RowVersion,
      title: safe().trim().min(1).max(200).optional(),
      reference: safe().max(80).optional(),
      partnership: safe().max(200).optional(),
      subject: safe().max(80).optional(),
      scopeFrom: Day.nullable().optional(),
      scopeTo: Day.nullable().optional(),
      authorName: safe().max(120).optional(),
      authorPost: safe().max(200).optional(),
    }),
    output: Review,
    errors: ['versionConflict'],
  }),
  'review.overview': query({
    about: 'Where the review stands: counts by place, and what waits.',
    input: z.strictObject({}),
    output: z.strictObject({
      returns: z.int(),
      returnProblems: z.int(),
      entries: z.int(),
      entriesWithProblems: z.int(),
      untagged: z.int(),
      people: z.int(),
      toSettle: z.int().nullable(),
      findings: z.int(),
      findingsWithoutRecommendation: z.int(),
      recommendations: z.int(),
      recommendationsWithoutFinding: z.int(),
      actions: z.int(),
      actionsWithoutDate: z.int(),
      publications: z.int(),
      remarksWaiting: z.int(),
      firstDay: Day.nullable(),
      lastDay: Day.nullable(),
      agencies: z.array(
        z.strictObject({ agencyId: Id, entries: z.int(), first: Day.nullable(), last: Day.nullable(), problems: z.int() }),
      ),
      density: z.array(AgencyWeek),
    }),
    reads: [
      'event',
      'agencyReturn',
      'registerEntry',
      'finding',
      'recommendation',
      'action',
      'publication',
      'themeTag',
      'mentionDecision',
      'panelRemark',
    ],
  }),
  'review.verify': job({
    about: 'Checks the file, its index, its aggregates and the chain of its activity log.',
    role: 'panelMember',
    label: 'Check the review file',
    input: z.strictObject({}),
    output: z.strictObject({
      ok: z.boolean(),
      problems: z.array(z.strictObject({ part: safe(), message: safe() })),
      /** Head of the activity chain: recorded elsewhere, it shows forgery as well as accident. */
      chainHead: safe(),
      entries: z.int(),
    }),
  }),
  'review.export': job({
    about: 'Everything but the chronology and the originals as plain text; noted on the activity log.',
    role: 'panelMember',
    label: 'Export everything',
    identifiedOnly: true,
    input: z.strictObject({}),
    output: z.strictObject({
      parts: z.array(z.strictObject({ name: safe(), text: prose(50_000_000) })),
      originals: z.array(z.strictObject({ returnId: Id, returnVersion: z.int(), name: prose() })),
    }),
  }),
  'agency.list': query({
    about: 'The agencies of this review.',
    input: z.strictObject({}),
    output: z.array(Agency),
    reads: ['agency', 'event'],
  }),
  'agency.add': command({
    about: 'Adds an agency by name, with letters and a colour of its own; one of that name is answered as it is.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Add an agency',
    input: z.strictObject({ name: prose(300).trim().min(1) }),
    output: Agency,
  }),
  'agency.update': command({
    about: 'Renames an agency or changes its letters or colour.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Agency details',
    input: z.strictObject({
      id: Id,
      rowVersion: RowVersion,
      name: prose(300).trim().min(1).optional(),
      letters: z
        .string()
        .regex(/^[A-Z0-9]{1,3}$/)
        .optional(),
      colour: z.int().min(0).max(99).optional(),
    }),
    output: Agency,
    errors: ['notFound', 'versionConflict', 'alreadyExists'],
  }),
  'history.list': query({
    about: 'The activity log, newest first: who did what, when.',
    input: z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          seq: z.int(),
          at: Instant,
          person: secret(),
          post: safe(),
          command: safe(),
          label: safe(),
          /** What it touched: table and number of rows. */
          touched: z.array(z.strictObject({ table: safe(), rows: z.int() })),
          undone: z.boolean(),
          undoable: z.boolean(),
          /** "undo" or "redo" where this reverses an earlier change. */
          reverses: z.int().nullable(),
        }),
      ),
      next: z.int().nullable(),
    }),
    reads: ['review'],
  }),
  'history.state': query({
    about: 'What undo and redo would do now.',
    input: z.strictObject({}),
    output: z.strictObject({ undo: safe().nullable(), redo: safe().nullable() }),
    reads: ['review'],
  }),
  'history.undo': command({
    about: 'Takes back your last change, as a new change.',
    role: 'panelMember',
    undo: 'never',
    label: 'Undo',
    input: z.strictObject({}),
    output: z.strictObject({ label: safe() }),
    errors: ['undoNothing', 'undoConflict'],
  }),
  'history.redo': command({
    about: 'Makes again what you last took back.',
    role: 'panelMember',
    undo: 'never',
    label: 'Redo',
    input: z.strictObject({}),
    output: z.strictObject({ label: safe() }),
    errors: ['redoNothing', 'undoConflict'],
  }),
} satisfies Procedures;
export type Review = z.infer<typeof Review>;
export type Agency = z.infer<typeof Agency>;
