import type { OriginalCell, OriginalLine, OriginalPage, OriginalPlace } from '#shared/contract/return-original.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import type { RawCell, RawMark, RawParagraph, RawReturn, RawTable, RawTableRow } from '../readers/reader.ts';
import { withNotes } from '../staging/layout.ts';

/** A file as read, laid out as lines in its own order, so that any of them is found without going through those before. */
export type Original = { raw: RawReturn; segments: readonly Segment[]; total: number };
type Segment = { start: number } & (
  | { kind: 'paragraphs'; paragraphs: readonly RawParagraph[] }
  | { kind: 'table'; ref: TableRef; rows: readonly RawTableRow[]; hidden: ReadonlySet<number> }
);

export type PageAsk = {
  place: OriginalPlace | null;
  /** The words that the return kept for that place's column: by them its cell is found. */
  words: string | null;
  from: number | null;
  limit: number;
};
/** Everything of a page but what only the review knows. */
export type RawPage = Omit<OriginalPage, 'file' | 'lines'> & { lines: OriginalLine[] };

/** A page of very long cells is cut short; the next one goes on from there. */
const MOST_LETTERS = 1_000_000;
const NONE: ReadonlySet<number> = new Set();

/**
 * `lastRows`: the highest row that the return kept of each table. Where it lies beyond the table, the rows are those of the
 * tables inside it.
 */
export function openOriginal(raw: RawReturn, lastRows: ReadonlyMap<TableRef, number>): Original {
  const segments: Segment[] = [];
  let total = 0;
  let next = 0;
  const paragraphs = (list: readonly RawParagraph[]): void => {
    if (list.length > 0) segments.push({ start: total, kind: 'paragraphs', paragraphs: list });
    total += list.length;
  };
  for (const table of raw.tables) {
    let end = next;
    for (const text of table.before) {
      const found = raw.paragraphs.findIndex((paragraph, i) => i >= end && paragraph.text === text);
      if (found >= 0) end = found + 1;
    }
    paragraphs(raw.paragraphs.slice(next, end));
    next = end;
    const rows = rowsOf(table, lastRows.get(table.ref) ?? 0);
    if (rows.length > 0) segments.push({ start: total, kind: 'table', ref: table.ref, rows, hidden: table.hidden ?? NONE });
    total += rows.length;
  }
  paragraphs(raw.paragraphs.slice(next));
  return { raw, segments, total };
}

function rowsOf(table: RawTable, last: number): readonly RawTableRow[] {
  if (!table.inner || last <= (table.rows.at(-1)?.row ?? 0)) return table.rows;
  const inner = table.inner().flatMap((one) => rowsOf(one, last));
  return inner.length > 0 ? inner : table.rows;
}

export function pageOf(original: Original, ask: PageAsk): RawPage {
  const { raw, segments, total } = original;
  const at = ask.place === null ? null : lineOf(original, ask.place);
  const wanted = ask.from ?? (at === null ? 0 : at - Math.floor(ask.limit / 3));
  let from = Math.max(0, Math.min(wanted, total - 1));
  let lines = linesFrom(original, from, ask.limit);
  if (ask.from === null && at !== null && at >= from + lines.length) {
    from = at;
    lines = linesFrom(original, from, ask.limit);
  }
  const line = at === null ? undefined : lines[at - from];
  return {
    format: raw.format,
    total,
    from,
    lines,
    at,
    cell: line?.kind === 'row' && ask.words !== null ? cellOf(line.cells, ask.words) : null,
    tables: segments.flatMap((one) => (one.kind === 'table' ? [{ ref: one.ref, first: one.start, rows: one.rows.length }] : [])),
    marks: marks(raw.marks),
  };
}

/** The line of a place; where its row is no longer found, the last one before it. */
function lineOf({ segments }: Original, { table, row }: OriginalPlace): number | null {
  for (const segment of segments) {
    const rows: readonly { row: number }[] | null =
      segment.kind === 'table' ? (segment.ref === table ? segment.rows : null) : table === 0 ? segment.paragraphs : null;
    if (rows === null || (rows.at(-1)?.row ?? 0) < row) continue;
    const found = rows.findIndex((one) => one.row >= row);
    if (found >= 0) return segment.start + found;
  }
  const own = segments.find((segment) => segment.kind === 'table' && segment.ref === table);
  return own?.kind === 'table' ? own.start + own.rows.length - 1 : null;
}

function linesFrom(original: Original, from: number, limit: number): OriginalLine[] {
  const lines: OriginalLine[] = [];
  let letters = 0;
  for (let i = from; i < original.total && lines.length < limit && letters < MOST_LETTERS; i++) {
    const line = lineAt(original, i);
    if (line === null) break;
    lines.push(line);
    letters += line.kind === 'row' ? line.cells.reduce((sum, cell) => sum + cell.text.length, 0) : line.text.length;
  }
  return lines;
}

function lineAt({ segments }: Original, index: number): OriginalLine | null {
  const segment = segments.findLast((one) => one.start <= index);
  if (segment?.kind === 'paragraphs') {
    const paragraph = segment.paragraphs[index - segment.start];
    if (!paragraph) return null;
    const { row, text, heading, notes = [] } = paragraph;
    return { kind: 'paragraph', row, text, heading, notes: [...notes], marks: marks(paragraph.marks), eventId: null };
  }
  const row = segment?.rows[index - segment.start];
  if (!segment || !row) return null;
  return {
    kind: 'row',
    table: segment.ref,
    row: row.row,
    cells: row.cells.map((cell) => shownCell(cell, segment.hidden)),
    header: row.header === true,
    deleted: row.deleted === true,
    marks: marks(row.marks),
    eventId: null,
  };
}

function shownCell(cell: RawCell, hidden: ReadonlySet<number>): OriginalCell {
  return {
    text: cell.text,
    column: cell.column,
    span: Math.max(1, cell.span),
    fromAbove: cell.fromAbove === true,
    hidden: hidden.has(cell.column),
    notes: [...(cell.notes ?? [])],
    marks: marks(cell.marks),
  };
}

const marks = (list: readonly RawMark[] = []): OriginalPage['marks'] =>
  list.map(({ severity, code, message }) => ({ severity, code, message }));

/** The cell whose words the return kept; of two alike nobody knows which, so the first is taken. */
function cellOf(cells: readonly OriginalCell[], words: string): number | null {
  const found = cells.findIndex(({ text, column, span, notes }) => withNotes({ text, column, span, notes }) === words);
  return found < 0 || words === '' ? null : found;
}
