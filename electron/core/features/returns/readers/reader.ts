import type { ReturnFormat, TableRef } from '#shared/model/agency-return.ts';
import type { ReadLimits } from './limits.ts';

/** Something a reader noticed about a cell or row that a person should know; it becomes a problem of the return. */
export type RawMark = { severity: 'error' | 'warning' | 'notice'; code: string; message: string };

/**
 * A date or time that the file holds as such. The text beside it is how it shows, in whatever order; it is not read again.
 * `earliest` and `latest` span what shows: a month where only the month does; null for a time of day alone.
 */
export type RawMoment = {
  earliest: string | null;
  latest: string | null;
  precision: 'day' | 'month' | 'year';
  /** HH:MM */
  time: string | null;
  /** The cell shows a bare number: a date only where its column is one. */
  asNumber?: true;
};

/** A cell as it shows in the file's final view. The text is verbatim: decoded, never trimmed or tidied. */
export type RawCell = {
  text: string;
  /** Place in the table's grid, from 0, and how many grid columns it covers. */
  column: number;
  span: number;
  /** It is the lower part of a cell merged downwards and shows that cell's text. */
  fromAbove?: true;
  moment?: RawMoment;
  /** Footnotes and endnotes that hang on it, in order. */
  notes?: readonly string[];
  marks?: readonly RawMark[];
};

export type RawTableRow = {
  /** As a person counts: from 1, header, hidden and deleted rows included. */
  row: number;
  cells: readonly RawCell[];
  /** Marked in the file as a header that repeats on each page. */
  header?: true;
  /** Struck out by a tracked change: not part of the final view. */
  deleted?: true;
  /** A plain paragraph between the entries of a chronology in paragraphs: more of the one above. */
  goesOn?: true;
  marks?: readonly RawMark[];
};

export type RawTable = {
  ref: TableRef;
  rows: readonly RawTableRow[];
  /** Paragraphs since the table before. */
  before: readonly string[];
  /** What stands between the cells of delimited text. */
  delimiter?: string;
  /** Columns of the grid that are hidden: kept with the rows, and part of no entry. */
  hidden?: ReadonlySet<number>;
  /** It sums up what stands elsewhere. */
  summary?: true;
  /** It is no table but lines of text. */
  lines?: true;
  /** Its lines are labels with what was written behind them: a form, never a grid. */
  labelled?: true;
  /** Whose it is, where a heading over it or the only column of its words says so. */
  agency?: string;
  /** The column of the grid that tells what happened, where it is called after an agency. */
  told?: number;
  /** What concerns the whole table. */
  marks?: readonly RawMark[];
  /** Tables in its cells, whose words are part of the cells' text: in a table for layout one of them may be the chronology. */
  inner?: () => readonly RawTable[];
};

/** A non-empty paragraph outside tables; `row` counts them from 1. */
export type RawParagraph = { row: number; text: string; heading: boolean; notes?: readonly string[]; marks?: readonly RawMark[] };

export type RawReturn = {
  format: ReturnFormat;
  tables: readonly RawTable[];
  paragraphs: readonly RawParagraph[];
  /** What concerns the whole file. */
  marks: readonly RawMark[];
};

/** One file format. The sheets of a workbook are tables whose `ref` is the sheet's name. */
export type ReturnReader = {
  readonly format: ReturnFormat;
  /** By name and by the first bytes; the bytes win over the name. */
  accepts(name: string, head: Uint8Array, bytes: Uint8Array): boolean;
  /** Throws an AppError of the returns' codes for what cannot or must not be read. */
  read(bytes: Uint8Array, options: { name: string; limits: ReadLimits }): RawReturn;
};
