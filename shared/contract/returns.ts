import { z } from 'zod';
import { fileName, Id, Instant, prose, RowVersion, safe } from '../model/basics.ts';
import { ColumnMapping, ImportResult, ReturnFormat, ReturnProblem, StagedColumn, TableRef } from '../model/agency-return.ts';
import { FileRef } from './session.ts';
import { command, job, query, type Procedures } from './procedure.ts';

export const AgencyReturn = z.strictObject({
  id: Id,
  agencyIds: z.array(Id),
  file: fileName(),
  format: ReturnFormat,
  returnVersion: z.int(),
  rowsRead: z.int(),
  events: z.int(),
  /** What its later versions left for a person to settle. */
  questions: z.int(),
  errors: z.int(),
  warnings: z.int(),
  notices: z.int(),
  state: z.enum(['in', 'withdrawn', 'nil']),
  receivedAt: Instant,
  sha256: safe(),
  mapping: ColumnMapping,
  rowVersion: RowVersion,
});

/** One row as the mapping screen shows it: what was written beside what was understood. */
export const PreviewRow = z.strictObject({
  table: TableRef,
  row: z.int(),
  cells: z.array(prose()),
  dateWritten: prose().nullable(),
  dateLabel: safe().nullable(),
  dateNote: prose().nullable(),
  isEntry: z.boolean(),
});
export const ReturnPreview = z.strictObject({
  file: fileName(),
  format: ReturnFormat,
  agencies: z.array(prose(300)),
  tables: z.int(),
  rowsRead: z.int(),
  entries: z.int(),
  columns: z.array(StagedColumn),
  mapping: ColumnMapping,
  rows: z.array(PreviewRow),
  datesSure: z.int(),
  datesWorkedOut: z.int(),
  datesToAsk: z.int(),
  problems: z.array(ReturnProblem),
  /** Problems beyond the first 500. */
  moreProblems: z.int(),
  /** The return that this seems to be a later version of: by its bytes or name surely, by its rows as a guess. */
  earlier: z
    .strictObject({
      returnId: Id,
      agencies: z.array(prose(300)),
      file: fileName(),
      returnVersion: z.int(),
      because: z.enum(['bytes', 'name', 'rows']),
      /** Entries that say the same. */
      sameRows: z.int().nonnegative(),
      /** Its bytes are those of this version. */
      sameAs: z.int().nullable(),
    })
    .nullable(),
});

export const returns = {
  'returns.list': query({
    about: 'The returns of the agencies, in the order they came.',
    input: z.strictObject({}),
    output: z.array(AgencyReturn),
    reads: ['agencyReturn', 'agency', 'event', 'versionQuestion', 'passage', 'correction'],
  }),
  'returns.preview': job({
    about: 'Reads a file as a return and shows how it would go in. Changes nothing.',
    role: 'businessManager',
    label: 'Read a return',
    input: z.strictObject({ file: FileRef, agency: prose(300).nullable(), mapping: ColumnMapping.optional() }),
    output: ReturnPreview,
    errors: [
      'unreadableFile',
      'encryptedFile',
      'macroFile',
      'unsupportedFile',
      'hostileFile',
      'fileTooLarge',
      'fileTooSlow',
      'badMapping',
    ],
  }),
  'returns.import': job({
    about: 'Reads a file as a return and adds its entries to the chronology, or applies what it corrects, in one step.',
    role: 'businessManager',
    label: 'Add a return',
    input: z.strictObject({
      file: FileRef,
      agency: prose(300).nullable(),
      mapping: ColumnMapping.optional(),
      acceptProblems: z.boolean(),
      /** The return that it corrects; null: a new return; left out: the one of this name from this agency, if there is one. */
      replaces: Id.nullable().optional(),
      /** The version that was looked at: refused where another one has come in since. */
      fromVersion: z.int().positive().optional(),
    }),
    output: ImportResult,
    errors: ['rowsNotTaken', 'secondVersion', 'cannotCompare', 'versionConflict', 'unreadableFile', 'hostileFile', 'cancelled'],
  }),
  'returns.problems': query({
    about: 'The problem list of a return: table, row and column named.',
    input: z.strictObject({ id: Id, returnVersion: z.int().positive().optional() }),
    output: z.array(ReturnProblem),
    reads: ['agencyReturn', 'returnFile'],
    errors: ['notFound'],
  }),
  'returns.rows': query({
    about: 'The rows of a return exactly as they stood, around a row; of the newest version unless another is named.',
    identifiedOnly: true,
    input: z.strictObject({
      id: Id,
      returnVersion: z.int().positive().optional(),
      table: TableRef,
      around: z.int().positive(),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(
      z.strictObject({
        table: TableRef,
        row: z.int(),
        cells: z.array(z.strictObject({ column: prose(), text: prose() })),
        eventId: Id.nullable(),
      }),
    ),
    reads: ['agencyReturn'],
    errors: ['notFound'],
  }),
  'returns.original': job({
    about: 'Hands over the file exactly as the agency sent it.',
    role: 'panelMember',
    label: 'Save the original',
    identifiedOnly: true,
    input: z.strictObject({ id: Id, returnVersion: z.int().positive().optional() }),
    output: z.strictObject({ file: FileRef, name: fileName() }),
    errors: ['notFound', 'damaged'],
  }),
  'returns.withdraw': command({
    about: 'Hides the entries of a return; tags, comments and links are kept.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Withdraw a return',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ hidden: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
  'returns.restore': command({
    about: 'Puts a withdrawn return back.',
    role: 'businessManager',
    undo: 'recorded',
    label: 'Put a return back',
    input: z.strictObject({ id: Id, rowVersion: RowVersion }),
    output: z.strictObject({ shown: z.int() }),
    errors: ['notFound', 'versionConflict'],
  }),
} satisfies Procedures;
export type AgencyReturn = z.infer<typeof AgencyReturn>;
export type ReturnPreview = z.infer<typeof ReturnPreview>;
