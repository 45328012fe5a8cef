import type { MappedColumn } from '../mapping/map-columns.ts';
import type { RawTable, RawTableRow } from '../readers/reader.ts';
import type { LaidRow } from './layout.ts';

/** A table that is, or belongs to, the chronology, with its columns named and mapped. */
export type ChronologyTable = {
  table: RawTable;
  columns: readonly MappedColumn[];
  /** Each header row's headings, normalised, by which its repetitions are known. */
  headers: readonly (readonly string[])[];
  /** Rows after the header, laid under the columns. */
  body: readonly LaidRow[];
  /** The header and what stands above it. */
  above: readonly RawTableRow[];
  /** Names of the columns that are hidden in the file and were given to no field. */
  hidden: readonly string[];
  /** Its entries are forms of their own: nothing in one is carried over from the one before. */
  form?: true;
};
