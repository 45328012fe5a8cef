import { z } from 'zod';
import { ColumnMapping, ReturnFormat, ReturnProblem, TableRef } from '../model/agency-return.ts';
import { fileName, Id, Instant, prose, RowVersion, safe, secret } from '../model/basics.ts';
import { CorrectedField, EventField, SourceRow } from '../model/chronology-event.ts';
import { command, job, query, type Procedures } from './procedure.ts';
import { FileRef } from './session.ts';

/** How one version differs from the one before. Moved entries are among the unchanged, split ones among the added. */
export const VersionCounts = z.strictObject({
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  /** Hidden, as nobody had worked on them. */
  removed: z.int().nonnegative(),
  /** Left out, and in the chronology until somebody settles them. */
  stays: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  moved: z.int().nonnegative(),
  split: z.int().nonnegative(),
  /** Of the removed and those that stay. */
  joined: z.int().nonnegative(),
  /** Questions that it puts to a person. */
  asked: z.int().nonnegative(),
});

export const ReturnVersion = z.strictObject({
  returnVersion: z.int(),
  file: fileName(),
  format: ReturnFormat,
  sha256: safe(),
  rowsRead: z.int(),
  mapping: ColumnMapping,
  errors: z.int(),
  warnings: z.int(),
  notices: z.int(),
  /** null: the first. */
  counts: VersionCounts.nullable(),
  receivedAt: Instant,
});

export const DiffField = z.enum([...EventField.options, 'date', 'agency', 'other']);
export const FieldChange = z.strictObject({
  field: DiffField,
  /** The column's own heading, of a column that nobody knew. */
  heading: prose(400).nullable(),
  before: prose().nullable(),
  after: prose().nullable(),
});
export const DiffSide = z.strictObject({
  table: TableRef,
  row: z.int(),
  asWritten: prose(),
  dateLabel: safe(),
  text: prose(),
});
export const DiffKind = z.enum(['added', 'removed', 'changed', 'moved', 'split', 'joined']);
export const DiffRow = z.strictObject({
  kind: DiffKind,
  /** The entry that it is, or was a part of; null for a new one. */
  eventId: Id.nullable(),
  ref: z.int().nullable(),
  before: DiffSide.nullable(),
  after: DiffSide.nullable(),
  changes: z.array(FieldChange),
  /** Nothing but spacing, capitals and punctuation. */
  slight: z.boolean(),
  moved: z.boolean(),
  /** An entry that an earlier version had left out. */
  back: z.boolean(),
  /** What people did to the entry: "2 theme tags". */
  work: z.array(safe()),
  /** A person is asked: it vanished, or a correction stands where the agency changed its words. */
  asked: z.boolean(),
  /** Fields where a person's correction stands and the agency now says something else. */
  contradicted: z.array(DiffField),
  /** Words that were tagged and no longer stand as they were: each is asked about. */
  lostWords: z.array(prose()),
  /** Entries that say the same as before, between the row above and this one. */
  unchangedAbove: z.int().nonnegative(),
});

export const ReturnDiff = z.strictObject({
  returnId: Id,
  agencyIds: z.array(Id),
  agencies: z.array(prose(300)),
  file: fileName(),
  format: ReturnFormat,
  fromVersion: z.int(),
  toVersion: z.int(),
  /** The very bytes of the version before, read in the same way: nothing to do. */
  same: z.boolean(),
  tables: z.int(),
  rowsRead: z.int(),
  mapping: ColumnMapping,
  counts: VersionCounts,
  headings: z.strictObject({
    renamed: z.array(z.strictObject({ from: prose(400), to: prose(400) })),
    added: z.array(prose(400)),
    gone: z.array(prose(400)),
  }),
  rows: z.array(DiffRow),
  /** Rows beyond those listed; they are applied all the same. */
  moreRows: z.int().nonnegative(),
  unchangedBelow: z.int().nonnegative(),
  problems: z.array(ReturnProblem),
  moreProblems: z.int().nonnegative(),
});

export const VersionAnswer = z.enum(['keep', 'hide', 'keepCorrection', 'takeNew']);
export const VersionQuestion = z.strictObject({
  id: Id,
  returnId: Id,
  returnVersion: z.int(),
  eventId: Id,
  ref: z.int(),
  dateLabel: safe(),
  /** What the entry says now. */
  text: prose(),
  kind: z.enum(['vanished', 'corrected']),
  field: CorrectedField.nullable(),
  before: prose().nullable(),
  after: prose().nullable(),
  /** What stands by a person's correction. */
  correction: prose().nullable(),
  /** Reference number of the entry that its row was joined to. */
  intoRef: z.int().nullable(),
  work: z.array(safe()),
  /** `back`: a later version had it again. */
  answer: z.enum([...VersionAnswer.options, 'back']).nullable(),
  person: secret().nullable(),
  at: Instant.nullable(),
  rowVersion: RowVersion,
});

const QUESTION_READS = ['versionQuestion', 'event', 'correction', 'agencyReturn', 'themeTag', 'annotation', 'evidence'] as const;

export const returnVersions = {
  'returns.versions': query({
    about: 'The versions of a return, the newest first, with how each differs from the one before.',
    input: z.strictObject({ id: Id }),
    output: z.array(ReturnVersion),
    reads: ['returnFile', 'agencyReturn'],
    errors: ['notFound'],
  }),
  'returns.diff': job({
    about: 'Reads a corrected return and compares it row by row with the version that is in. Changes nothing.',
    role: 'businessManager',
    label: 'Compare a return',
    identifiedOnly: true,
    input: z.strictObject({ file: FileRef, replaces: Id, agency: prose(300).nullable(), mapping: ColumnMapping.optional() }),
    output: ReturnDiff,
    errors: ['notFound', 'cannotCompare', 'unreadableFile', 'hostileFile', 'badMapping'],
  }),
  'returns.compareVersions': job({
    about: 'Reads two kept versions of a return again and compares them row by row. Changes nothing.',
    role: 'panelMember',
    label: 'Compare versions of a return',
    identifiedOnly: true,
    input: z.strictObject({ id: Id, from: z.int().positive(), to: z.int().positive() }),
    output: ReturnDiff,
    errors: ['notFound', 'damaged', 'unreadableFile', 'hostileFile'],
  }),
  'returns.questions': query({
    about: 'What a later version left for a person to settle: entries that vanished, corrections whose text changed.',
    input: z.strictObject({ returnId: Id.optional(), eventId: Id.optional(), openOnly: z.boolean() }),
    output: z.array(VersionQuestion),
    reads: QUESTION_READS,
  }),
  'returns.answer': command({
    about: 'Settles one of them: keep or hide an entry that vanished, keep a correction or take the agency’s new words.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Settle a question of a later version',
    input: z.strictObject({ id: Id, rowVersion: RowVersion, answer: VersionAnswer }),
    output: z.strictObject({ id: Id, rowVersion: RowVersion }),
    errors: ['notFound', 'versionConflict', 'badInput'],
  }),
  'returns.entryVersions': query({
    about: 'The rows that an entry stood on in each version of its return, the newest first.',
    input: z.strictObject({ eventId: Id }),
    output: z.array(SourceRow),
    reads: ['agencyReturn', 'returnFile', 'eventSource'],
    errors: ['notFound'],
  }),
} satisfies Procedures;

export type VersionCounts = z.infer<typeof VersionCounts>;
export type ReturnVersion = z.infer<typeof ReturnVersion>;
export type DiffField = z.infer<typeof DiffField>;
export type FieldChange = z.infer<typeof FieldChange>;
export type DiffSide = z.infer<typeof DiffSide>;
export type DiffKind = z.infer<typeof DiffKind>;
export type DiffRow = z.infer<typeof DiffRow>;
export type ReturnDiff = z.infer<typeof ReturnDiff>;
export type VersionAnswer = z.infer<typeof VersionAnswer>;
export type VersionQuestion = z.infer<typeof VersionQuestion>;
