import { z } from 'zod';
import { ReturnFormat, Severity, TableRef } from '../model/agency-return.ts';
import { fileName, Id, prose, safe } from '../model/basics.ts';
import { job, type Procedures } from './procedure.ts';

/** What stands in the file and not in its words: struck out, hidden, commented, a picture. */
export const OriginalMark = z.strictObject({ severity: Severity, code: safe(), message: prose() });
export const OriginalCell = z.strictObject({
  text: prose(),
  /** Place in the table's grid, from 0, and how many columns it covers. */
  column: z.int().nonnegative(),
  span: z.int().positive(),
  /** The lower part of a merged cell: it shows the text of the cell above. */
  fromAbove: z.boolean(),
  hidden: z.boolean(),
  notes: z.array(prose()),
  marks: z.array(OriginalMark),
});
/** Paragraphs and rows in the order of the file; a row says what stood in it, whether anything was read from it or not. */
export const OriginalLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paragraph'),
    row: z.int().positive(),
    text: prose(),
    heading: z.boolean(),
    notes: z.array(prose()),
    marks: z.array(OriginalMark),
    eventId: Id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('row'),
    table: TableRef,
    row: z.int().positive(),
    cells: z.array(OriginalCell),
    header: z.boolean(),
    deleted: z.boolean(),
    marks: z.array(OriginalMark),
    eventId: Id.nullable(),
  }),
]);
export const OriginalPlace = z.strictObject({
  table: TableRef,
  row: z.int().positive(),
  /** The column as the return calls it: its cell is pointed out. */
  column: prose(400).optional(),
});
export const OriginalPage = z.strictObject({
  file: fileName(),
  format: ReturnFormat,
  /** Lines of the whole file, and the first of these; counted from 0. */
  total: z.int().nonnegative(),
  from: z.int().nonnegative(),
  lines: z.array(OriginalLine),
  /** The line asked for, and its cell; null where there is none. */
  at: z.int().nonnegative().nullable(),
  cell: z.int().nonnegative().nullable(),
  /** Where each table or sheet begins. */
  tables: z.array(z.strictObject({ ref: TableRef, first: z.int().nonnegative(), rows: z.int().nonnegative() })),
  marks: z.array(OriginalMark),
});

export const returnOriginal = {
  'returns.originalPage': job({
    about: 'Shows the file as the agency sent it, around a row: its tables and paragraphs as read again from the kept bytes.',
    role: 'panelMember',
    label: 'Open the original',
    identifiedOnly: true,
    input: z.strictObject({
      id: Id,
      /** The newest where none is named. */
      returnVersion: z.int().positive().optional(),
      place: OriginalPlace.nullable(),
      /** From this line on; null: around the place, or from the beginning. */
      from: z.int().nonnegative().nullable(),
      limit: z.int().min(1).max(400),
    }),
    output: OriginalPage,
    errors: ['notFound', 'damaged', 'unreadableFile', 'fileTooSlow', 'cancelled'],
  }),
} satisfies Procedures;
export type OriginalPage = z.infer<typeof OriginalPage>;
export type OriginalLine = z.infer<typeof OriginalLine>;
export type OriginalCell = z.infer<typeof OriginalCell>;
export type OriginalMark = z.infer<typeof OriginalMark>;
export type OriginalPlace = z.infer<typeof OriginalPlace>;
