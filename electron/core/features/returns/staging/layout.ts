import { isDitto } from './ditto.ts';
import type { RawCell, RawMark, RawTableRow } from '../readers/reader.ts';

/** A row of a form as it stood, under the labels that it has. */
export type FormerRow = { raw: RawTableRow; cells: Record<string, string> };

/** The columns of a table as a person sees them: where each begins in the table's grid. */
export type Layout = readonly number[];

/** A row with its cells set under the table's columns. */
export type LaidRow = {
  raw: RawTableRow;
  /** One text for each column, verbatim; '' where the row has no cell. */
  texts: string[];
  cells: (RawCell | null)[];
  /** Cells beyond the last column. */
  extra: RawCell[];
  /** What is to be said of empty cells there. */
  beyond?: readonly RawMark[];
  /** The only text of a row whose cell reaches over several columns: a title, a month, a note. */
  banner: string | null;
  /** A line end in a text without quotes parted it from the row before. */
  brokenOff?: true;
  /** The rows of a form of which this entry was made. */
  former?: readonly FormerRow[];
};

const isFilled = ({ text }: RawCell): boolean => text.trim() !== '';

export function nonBlank(row: RawTableRow): RawCell[] {
  return row.cells.filter(isFilled);
}

function beginsAt({ cells }: RawTableRow, starts: readonly number[]): boolean {
  if (cells.length !== starts.length) return false;
  for (let i = 0; i < starts.length; i++) if (cells[i]!.column !== starts[i]) return false;
  return true;
}

/**
 * The layout that most rows share. Hand-drawn tables have more grid columns than anyone sees, and a heading may reach over two
 * columns of the rows below; so the rows decide, and the header only where there are none.
 */
export function layoutOf(header: RawTableRow | null, body: readonly RawTableRow[]): Layout {
  const tally = new Map<string, { times: number; starts: number[] }>();
  let last: { times: number; starts: number[] } | undefined;
  for (const row of body) {
    if (row.cells.length < 2 || !row.cells.some(isFilled)) continue;
    if (last && beginsAt(row, last.starts)) {
      last.times++;
      continue;
    }
    const starts = row.cells.map((cell) => cell.column);
    const key = starts.join(',');
    last = tally.get(key);
    if (last) last.times++;
    else tally.set(key, (last = { times: 1, starts }));
  }
  const headed = header?.cells.map((cell) => cell.column) ?? [];
  let best: { times: number; starts: number[] } | null = null;
  for (const candidate of tally.values()) if (!best || candidate.times > best.times) best = candidate;
  if (!best) return headed;
  // Rows with cells missing at the end, or one stray row with more, do not make columns of their own.
  if (best.starts.length < headed.length) return headed;
  if (best.starts.length > headed.length && headed.length > 0 && reach(header) <= headed.length) return headed;
  return best.starts;
}

/** Grid columns that a header covers: more than its cells only where it has merged ones. */
function reach(header: RawTableRow | null): number {
  const last = header?.cells.at(-1);
  return last ? last.column + last.span : 0;
}

/** Heading of each column: the words of the header rows above it, joined downwards. */
export function headingsOf(layout: Layout, headers: readonly RawTableRow[]): string[] {
  return layout.map((start, index) => {
    const words: string[] = [];
    for (const header of headers) {
      const cell = header.cells.length === layout.length ? header.cells[index] : cellAt(header, start);
      const text = cell?.text.replace(/\s+/g, ' ').trim() ?? '';
      if (text !== '' && words.at(-1) !== text) words.push(text);
    }
    return words.join(' ').slice(0, 380);
  });
}

function cellAt(row: RawTableRow, column: number): RawCell | undefined {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.span);
}

export function layRow(raw: RawTableRow, layout: Layout): LaidRow {
  const end = layout.length;
  const cells: (RawCell | null)[] = raw.cells.length === end ? raw.cells.slice() : layout.map(() => null);
  const extra: RawCell[] = [];
  const beyondMarks: RawMark[] = [];
  if (raw.cells.length !== end) {
    for (const cell of raw.cells) {
      let at = lastStart(layout, cell.column);
      // Two narrow cells under one heading: the second goes to the next free column, never over the first.
      while (at < end && cells[at]) at++;
      const beyond = cell.column >= (layout.at(-1) ?? 0) + 1 && at >= end;
      if (at < end && !beyond) cells[at] = cell;
      else if (cell.text.trim() !== '') extra.push(cell);
      else if (cell.marks) beyondMarks.push(...cell.marks);
    }
  }
  const texts = cells.map((cell) => cell?.text ?? '');
  const laid = { raw, texts, cells, extra, banner: bannerOf(raw, end) };
  return beyondMarks.length > 0 ? { ...laid, beyond: beyondMarks } : laid;
}

function lastStart(layout: Layout, column: number): number {
  let at = 0;
  while (at + 1 < layout.length && layout[at + 1]! <= column) at++;
  return column > (layout.at(-1) ?? 0) ? layout.length - 1 : at;
}

function bannerOf(raw: RawTableRow, columns: number): string | null {
  if (saysTwoThings(raw)) return null;
  const filled = nonBlank(raw);
  if (filled.length === 0 || columns < 2) return null;
  const first = filled[0]!;
  const same = filled.every((cell) => cell.text.trim() === first.text.trim());
  if (!same || (filled.length > 1 && isDitto(first.text))) return null;
  const reached = filled.reduce((sum, cell) => sum + cell.span, 0);
  return raw.cells.length === 1 || reached >= Math.max(2, columns / 2) ? first.text : null;
}

/** As nearly every row does. */
function saysTwoThings({ cells }: RawTableRow): boolean {
  let first: string | null = null;
  for (let i = 0; i < cells.length; i++) {
    const text = cells[i]!.text.trim();
    if (text === '') continue;
    if (first === null) first = text;
    else if (text !== first) return true;
  }
  return false;
}

/** All marks of a row with the column they stand in. */
export function marksOf(row: LaidRow): { mark: RawMark; column: number | null }[] {
  const out: { mark: RawMark; column: number | null }[] = (row.raw.marks ?? []).map((mark) => ({ mark, column: null }));
  row.cells.forEach((cell, column) => {
    for (const mark of cell?.marks ?? []) out.push({ mark, column });
  });
  for (const cell of row.extra) for (const mark of cell.marks ?? []) out.push({ mark, column: null });
  for (const mark of row.beyond ?? []) out.push({ mark, column: null });
  return out;
}

/** A cell's text with the footnotes that hang on it. */
export function withNotes(cell: RawCell | null): string {
  if (!cell) return '';
  return cell.notes ? [cell.text, ...cell.notes.map((note) => `[Note: ${note}]`)].join('\n') : cell.text;
}
