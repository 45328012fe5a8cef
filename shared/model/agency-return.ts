import { z } from 'zod';
import { fileName, Id, prose, safe } from './basics.ts';
import { EventDate } from './event-date.ts';

/** The fields of a chronology entry that a column of a return can feed. `other` is kept under its own heading. */
export const ReturnField = z.enum([
  'date',
  'endDate',
  'time',
  'endTime',
  'source',
  'description',
  'response',
  'outcome',
  'childVoice',
  'agencyComment',
  'involved',
  'agency',
  'reference',
  'other',
  'ignore',
]);
/**
 * Column as written → field. Columns with the same heading are told apart by a number: "Action", "Action (2)". What holds for
 * one table alone stands under the table and the column: "Clinic!Details", "2!Details"; it wins.
 */
export const ColumnMapping = z.record(prose(620), ReturnField);

/** A table of a return: top-level tables by number, sheets by name, CSV 1, paragraphs 0. */
export const TableRef = z.union([z.int().nonnegative(), prose(200)]);

export const Severity = z.enum(['error', 'warning', 'notice']);
export const ReturnProblem = z.strictObject({
  severity: Severity,
  code: safe(),
  message: prose(),
  table: TableRef.nullable(),
  /** Counted as a person counts: the first row is 1, its header included. null: the whole file. */
  row: z.int().positive().nullable(),
  column: prose(400).optional(),
});

/** One row of a return exactly as it stood: cells by column as written. Never changes once kept. */
export const RawRow = z.strictObject({ table: TableRef, row: z.int().positive(), cells: z.record(prose(400), prose()) });

/** An entry as read from a return, before it has a place in the chronology. */
export const StagedEvent = z.strictObject({
  /** Indexes into the staged return's `rows`; more than one where rows were joined. */
  rows: z.array(z.int().nonnegative()).min(1),
  agency: prose(300),
  date: EventDate,
  description: prose(),
  sourceOfInformation: prose().nullable(),
  response: prose().nullable(),
  outcome: prose().nullable(),
  childVoice: prose().nullable(),
  agencyComment: prose().nullable(),
  involved: prose().nullable(),
  other: z.record(prose(400), prose()),
  noContact: z.boolean(),
});

/** The kinds of file that are read as a return. */
export const ReturnFormat = z.enum(['docx', 'xlsx', 'csv']);

/** A column as the mapping screen shows it: what it is called, what it was taken for and why, and samples. */
export const StagedColumn = z.strictObject({
  table: TableRef,
  name: prose(400),
  field: ReturnField,
  /** Why: a known name, its contents, remembered for the agency, or put there by a person. */
  because: z.enum(['name', 'contents', 'remembered', 'given', 'unknown']),
  samples: z.array(prose()).max(5),
});

/** A whole return as read: nothing of it is in the review yet. */
export const StagedReturn = z.strictObject({
  file: fileName(),
  format: ReturnFormat,
  sha256: safe(),
  agencies: z.array(prose(300)),
  tables: z.int().nonnegative(),
  rowsRead: z.int().nonnegative(),
  columns: z.array(StagedColumn),
  mapping: ColumnMapping,
  rows: z.array(RawRow),
  events: z.array(StagedEvent),
  problems: z.array(ReturnProblem),
});

export const ImportResult = z.strictObject({
  returnId: Id.nullable(),
  file: fileName(),
  agencies: z.array(prose(300)),
  tables: z.int().nonnegative(),
  rowsRead: z.int().nonnegative(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  /** Entries left out and hidden. Those that somebody had worked on stay, and are asked about. */
  removed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  mapping: ColumnMapping,
  problems: z.array(ReturnProblem),
});

export type ReturnFormat = z.infer<typeof ReturnFormat>;
export type ReturnField = z.infer<typeof ReturnField>;
export type ColumnMapping = z.infer<typeof ColumnMapping>;
export type TableRef = z.infer<typeof TableRef>;
export type Severity = z.infer<typeof Severity>;
export type ReturnProblem = z.infer<typeof ReturnProblem>;
export type RawRow = z.infer<typeof RawRow>;
export type StagedEvent = z.infer<typeof StagedEvent>;
export type StagedColumn = z.infer<typeof StagedColumn>;
export type StagedReturn = z.infer<typeof StagedReturn>;
export type ImportResult = z.infer<typeof ImportResult>;
