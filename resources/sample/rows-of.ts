import { SAMPLE_RETURNS } from './returns/all-returns.ts';
import { type AgencyCode, entriesOf, type SampleLine, type SampleReturn } from './returns/sample-return.ts';

/** The return of an agency, latest version. */
export function sampleReturnOf(code: AgencyCode): SampleReturn {
  const found = SAMPLE_RETURNS.find((sample) => sample.code === code);
  if (found === undefined) throw new RangeError(`no return of ${code}`);
  return found;
}

/**
 * One item for each entry that the importer makes of the agency's return, in its order: the n-th item tells
 * which fact of the timeline the n-th entry is. Joined rows are one entry; a row pasted twice is two.
 */
export function rowsOf(code: AgencyCode): { t: number | null }[] {
  return entriesOf(sampleReturnOf(code)).map(({ t }) => ({ t }));
}

export type EntryPlace = { readonly agency: AgencyCode; readonly index: number };

/** Where a fact stands: for each agency that recorded it, which of the agency's entries it is, counted from 0. */
export function placesOf(t: number): EntryPlace[] {
  return SAMPLE_RETURNS.flatMap(({ code }) =>
    rowsOf(code).flatMap((row, index) => (row.t === t ? [{ agency: code, index }] : [])),
  );
}

export type PlacedLine = { readonly line: SampleLine; readonly table: number; readonly row: number };

/** Where each line stands in the file, counted as a person counts: tables or sheets from 1, rows from 1 with the header. */
export function placedLines(sample: SampleReturn): PlacedLine[] {
  const placed: PlacedLine[] = [];
  // In Word the title stands above the table; in a sheet and a CSV file it takes up rows of its own.
  const above = formatOf(sample) === 'docx' ? 0 : sample.preface.length;
  for (const [index, table] of sample.tables.entries()) {
    for (const [at, line] of table.lines.entries()) placed.push({ line, table: index + 1, row: above + at + 2 });
  }
  return placed;
}

export type SampleFormat = 'docx' | 'xlsx' | 'csv';

export function formatOf({ file }: SampleReturn): SampleFormat {
  if (file.endsWith('.docx')) return 'docx';
  return file.endsWith('.xlsx') ? 'xlsx' : 'csv';
}
