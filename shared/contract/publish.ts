import { z } from 'zod';
import { DocBlocks } from '../doc-blocks/blocks.ts';
import { Day, fileName, Id, Instant, prose, RowVersion, safe } from '../model/basics.ts';
import { PublicationKind } from '../model/publication-kinds.ts';
import { RegisterKind } from '../model/register.ts';
import { TextPlace } from './register.ts';
import { FileRef } from './session.ts';
import { command, job, query, type Procedures } from './procedure.ts';

export const PublicationFormat = z.enum(['docx', 'html']);

const where = z.strictObject({
  place: TextPlace.nullable(),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  /** As a reader would say it: "Action 2", "The reason". */
  label: safe(),
});
export const PublishIssue = z.strictObject({
  code: safe(),
  message: prose(),
  where,
  /** The words it is about, and the text's hash: what a remedy needs. */
  words: prose().nullable(),
  textHash: safe().nullable(),
  /** All it may be; one where it is sure. */
  candidates: z.array(Id),
  /** What would stand in its place. */
  replacement: safe().nullable(),
  /** What opens its fix: `decide` settles who is meant, `edit` opens the field, the others are remedies. */
  fixes: z.array(
    z.strictObject({
      action: z.enum(['pseudonym', 'leaveOut', 'keep', 'decide', 'edit']),
      label: prose(400),
      entryId: Id.nullable(),
    }),
  ),
});

/** What was looked for, where, and what remains for a person. */
export const CheckSheet = z.strictObject({
  kind: PublicationKind,
  format: PublicationFormat,
  title: safe(),
  madeAt: Instant,
  contentHash: safe(),
  sha256: safe().nullable(),
  searchedFor: z.array(z.strictObject({ kind: RegisterKind, entries: z.int(), spellings: z.int(), found: z.int() })),
  parts: z.array(z.strictObject({ part: safe(), characters: z.int(), found: z.int() })),
  spellingClasses: z.array(z.strictObject({ name: safe(), about: safe() })),
  stillToRead: z.array(safe()),
  accessibility: z.array(z.strictObject({ rule: safe(), ok: z.boolean(), about: safe() })),
  warnings: z.array(z.strictObject({ code: safe(), message: prose(), label: safe() })),
  removed: z.array(z.strictObject({ label: safe(), action: safe(), reason: prose(), person: safe(), at: Instant })),
  approvals: z.array(z.strictObject({ name: safe(), post: safe(), at: Instant, asTold: z.boolean() })),
  authorIsBusinessManager: z.boolean(),
  /** Head of the activity chain when it was made. */
  chainHead: safe(),
});

export const PublishSettings = z.strictObject({
  kind: PublicationKind,
  /** Why the report itself is not published. */
  reason: prose(8000),
  /** What happened, in a few sentences for this audience. */
  summary: prose(8000),
  /** Actions as numbered headings, or as a table where that is asked for. */
  layout: z.enum(['headings', 'table']),
  publishedOn: Day.nullable(),
  audience: safe().max(200),
});

export const publish = {
  'publish.settings': query({
    about: 'What has been decided for a kind of publication: reason, summary, layout, date, audience.',
    input: z.strictObject({ kind: PublicationKind }),
    output: PublishSettings.extend({ rowVersion: RowVersion }),
    reads: ['publication', 'review'],
  }),
  'publish.setSettings': command({
    about: 'Writes the reason, summary, layout, date and audience of a publication.',
    identifiedOnly: true,
    role: 'businessManager',
    undo: 'recorded',
    label: 'Publication details',
    input: PublishSettings.partial({ reason: true, summary: true, layout: true, publishedOn: true, audience: true }),
    output: PublishSettings.extend({ rowVersion: RowVersion }),
  }),
  'publish.preview': query({
    about: 'The publication as it would read now, what blocks it with each fix, and what to look at.',
    input: z.strictObject({ kind: PublicationKind, on: Day.nullable() }),
    output: z.strictObject({
      contentHash: safe(),
      blocks: DocBlocks.nullable(),
      blocked: z.array(PublishIssue),
      warnings: z.array(PublishIssue),
      searchedFor: z.array(z.strictObject({ kind: RegisterKind, entries: z.int(), spellings: z.int(), found: z.int() })),
      approvals: z.array(z.strictObject({ id: Id, name: safe(), post: safe(), at: Instant, asTold: z.boolean() })),
      author: z.strictObject({ name: safe(), post: safe() }),
      /** What no search finds: a person reads the whole text for these. */
      stillToRead: z.array(safe()),
    }),
    reads: [
      'recommendation',
      'action',
      'registerEntry',
      'mentionDecision',
      'remedy',
      'publicationRule',
      'proceeding',
      'finding',
      'event',
      'agency',
      'correction',
      'approval',
      'publication',
      'review',
      'draftBlock',
    ],
  }),
  'publish.remedy': command({
    about: 'Settles a place in the text: pseudonym, leave out, or keep with a reason.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Settle a name in a publication',
    identifiedOnly: true,
    input: z.strictObject({
      id: Id,
      place: TextPlace,
      textHash: safe(),
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      entryId: Id.nullable(),
      action: z.enum(['pseudonym', 'leaveOut', 'keep']),
      reason: prose(2000),
    }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'badInput'],
  }),
  'publish.removeRemedy': command({
    about: 'Takes a settlement back.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Take back a settlement',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ id: Id }),
    errors: ['notFound', 'versionConflict'],
  }),
  'publish.remedies': query({
    about: 'The redaction log: what was replaced, left out or kept, why, by whom, when.',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id: Id,
        place: TextPlace,
        action: z.enum(['pseudonym', 'leaveOut', 'keep']),
        words: prose(),
        entryId: Id.nullable(),
        reason: prose(),
        person: safe(),
        at: Instant,
        rowVersion: RowVersion,
      }),
    ),
    reads: ['remedy'],
  }),
  'publish.approve': command({
    about: 'Records the approval of exactly this content; any later change voids it.',
    role: 'businessManager',
    undo: 'never',
    label: 'Approve a publication',
    input: z.strictObject({
      id: Id,
      kind: PublicationKind,
      on: Day.nullable(),
      contentHash: safe(),
      name: safe().trim().min(1).max(120),
      post: safe().trim().min(1).max(200),
      /** The approver was not at the keyboard. */
      asTold: z.boolean(),
    }),
    output: z.strictObject({ id: Id }),
    errors: ['approverIsAuthor', 'publishBlocked', 'versionConflict'],
  }),
  'publish.make': job({
    about: 'Makes the file from approved content, opens it again, searches every part, and hands it over with its check sheet.',
    role: 'businessManager',
    label: 'Publish',
    /** `fileName`: the name it will be saved under, where that is chosen already; searched like the text. */
    input: z.strictObject({
      kind: PublicationKind,
      format: PublicationFormat,
      on: Day.nullable(),
      fileName: fileName().optional(),
    }),
    output: z.strictObject({
      publicationId: Id,
      sha256: safe(),
      file: FileRef,
      name: safe(),
      checkSheet: CheckSheet,
      checkSheetFile: FileRef,
    }),
    errors: ['notApproved', 'publishBlocked', 'verifyFailed', 'deliveryMismatch'],
  }),
  'publish.list': query({
    about: 'What has been published from this review.',
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        id: Id,
        kind: PublicationKind,
        format: PublicationFormat,
        sha256: safe(),
        contentHash: safe(),
        name: safe(),
        audience: safe(),
        publishedOn: Day.nullable(),
        madeAt: Instant,
        madeBy: safe(),
        approvedBy: safe(),
      }),
    ),
    reads: ['publication'],
  }),
  'publish.check': job({
    about: 'Reads any Word file again: looks for everything on the register and for what a Word file can hide.',
    role: 'panelMember',
    label: 'Check a Word file',
    input: z.strictObject({ file: FileRef }),
    output: z.strictObject({
      file: fileName(),
      clean: z.boolean(),
      findings: z.array(z.strictObject({ part: safe(), kind: safe(), entryId: Id.optional(), message: prose() })),
    }),
    errors: ['unreadableFile', 'encryptedFile', 'hostileFile', 'unsupportedFile'],
  }),
} satisfies Procedures;
export type CheckSheet = z.infer<typeof CheckSheet>;
export type PublishIssue = z.infer<typeof PublishIssue>;
