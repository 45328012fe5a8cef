/** The seven agencies that answered, by the two letters that the chronology shows. */
export type AgencyCode = 'SC' | 'PO' | 'AH' | 'GP' | 'HV' | 'ED' | 'HG';

/**
 * One row as the agency wrote it, cells in the order of the return's columns.
 * `t` is the fact of the case's timeline that the row tells; null for routine rows.
 * Inside a cell `[-…-]` stands for a tracked deletion and `[+…+]` for a tracked insertion.
 */
export type SampleRow = {
  readonly kind: 'entry';
  readonly t: number | null;
  readonly cells: readonly string[];
  /** The row goes on with the one before it: the importer joins them, so it is no entry of its own. */
  readonly continues?: true;
  /** Hidden in the workbook. */
  readonly hidden?: true;
  /** The row is the one above, pasted twice by the agency. */
  readonly duplicate?: true;
  /** Came with the second version of the return. */
  readonly since?: 2;
};

/** Lines that a return holds and that are not entries: title rows, month headings, the header again. */
export type SampleLine = SampleRow | { readonly kind: 'heading'; readonly text: string } | { readonly kind: 'header' };

export type SampleTable = { readonly name: string; readonly lines: readonly SampleLine[] };

export type SampleReturn = {
  readonly code: AgencyCode;
  /** As the review names the agency. */
  readonly agency: string;
  readonly system: string;
  readonly file: string;
  readonly returnVersion: number;
  /** The day on which this version came in. */
  readonly received: string;
  /** Paragraphs of the covering letter, or title rows of a sheet. */
  readonly preface: readonly string[];
  readonly columns: readonly string[];
  /** Sheets, where the agency's own file has several. */
  readonly tables: readonly SampleTable[];
  /** Notes beneath the table. */
  readonly notes: readonly string[];
};

type Marks = Omit<SampleRow, 'kind' | 't' | 'cells'>;

export function entry(t: number | null, cells: readonly string[], marks: Marks = {}): SampleRow {
  return { kind: 'entry', t, cells, ...marks };
}
export function heading(text: string): SampleLine {
  return { kind: 'heading', text };
}
export const REPEATED_HEADER: SampleLine = { kind: 'header' };

/** A cell as it reads once its tracked changes are accepted. */
export function finalText(cell: string): string {
  return cell.replace(/\[-.*?-\]/g, '').replace(/\[\+(.*?)\+\]/g, '$1');
}

/** The rows that become entries, in the order in which the importer meets them. */
export function entriesOf(sample: SampleReturn): SampleRow[] {
  return sample.tables.flatMap((table) =>
    table.lines.filter((line): line is SampleRow => line.kind === 'entry' && line.continues !== true),
  );
}
