import { AppError } from '#shared/kernel/app-error.ts';
import type { ReadLimits } from '../limits.ts';
import type { RawCell, RawMark, RawTableRow } from '../reader.ts';
import { type Area, columnLetters } from './cell-ref.ts';
import type { SheetCells, SheetRow } from './read-sheet.ts';

export type SheetTable = { rows: RawTableRow[]; hidden: Set<number>; marks: RawMark[] };

const HIDDEN_ROW: RawMark = { severity: 'notice', code: 'hiddenRow', message: 'This row is hidden in the file. It was read.' };
const FILTERED_ROW: RawMark = {
  severity: 'notice',
  code: 'hiddenRow',
  message: 'This row is hidden in the file, perhaps by its filter. It was read.',
};

/**
 * A sheet's cells as the rows of a table: every row with a cell for each column that is used anywhere, merged cells
 * across and down as they show, hidden rows and columns marked.
 */
export function sheetTable(sheet: SheetCells, headers: ReadonlySet<number>, limits: ReadLimits): SheetTable {
  const marks: RawMark[] = [];
  applyMerges(sheet, limits, marks);
  const columns = usedColumns(sheet.rows);
  if (columns.length > limits.maxCellsInRow) throw new AppError('hostileFile', { why: 'a row of it has far too many cells' });
  if (columns.length * sheet.rows.length > limits.maxCells * 4)
    throw new AppError('fileTooLarge', { limit: `${(limits.maxCells * 4).toLocaleString('en-GB')} cells` });
  const blanks = columns.map((column): RawCell => ({ text: '', column, span: 1 }));
  const hidden = hiddenAmong(columns, sheet);
  for (const column of hidden) marks.push(hiddenColumn(column, sheet.rows));
  const hiddenMark = [sheet.filter ? FILTERED_ROW : HIDDEN_ROW];
  const rows: RawTableRow[] = sheet.rows;
  sheet.rows.forEach((row, at) => {
    row.cells = dense(row.cells, columns, blanks);
    const isHeader = headers.has(row.row);
    const isHidden = sheet.hiddenRows.has(row.row);
    if (isHeader || isHidden)
      rows[at] = { ...row, ...(isHeader ? { header: true } : {}), ...(isHidden ? { marks: hiddenMark } : {}) };
  });
  return { rows, hidden, marks };
}

/** Columns that hold anything anywhere, in order. */
function usedColumns(rows: readonly SheetRow[]): number[] {
  const used: boolean[] = [];
  for (const { cells } of rows) for (let i = 0; i < cells.length; i++) used[cells[i]!.column] = true;
  return Object.keys(used).map(Number);
}

/** Blank cells stand in the gaps; what a merged cell covers has none. */
function dense(cells: readonly RawCell[], columns: readonly number[], blanks: readonly RawCell[]): RawCell[] {
  if (cells.length === columns.length) return cells as RawCell[];
  const out = blanks.slice();
  let length = 0;
  let next = 0;
  let coveredTo = -1;
  columns.forEach((column, at) => {
    const cell = cells[next];
    if (cell?.column === column) {
      out[length++] = cell;
      next++;
      coveredTo = column + cell.span;
    } else if (column >= coveredTo) out[length++] = blanks[at]!;
  });
  out.length = length;
  return out;
}

function hiddenAmong(columns: readonly number[], { hidden }: SheetCells): Set<number> {
  return new Set(columns.filter((column) => hidden.some(([from, to]) => column >= from && column <= to)));
}

function hiddenColumn(column: number, rows: readonly SheetRow[]): RawMark {
  let first = '';
  let count = 0;
  for (const { cells } of rows) {
    const text = cells.find((cell) => cell.column === column && !cell.fromAbove)?.text.trim() ?? '';
    if (text === '') continue;
    if (first === '') first = text.replace(/\s+/g, ' ').slice(0, 80);
    count++;
  }
  const called = first === '' ? '' : `, “${first}”,`;
  const cells = count === 1 ? 'One cell of it was' : `${count} cells of it were`;
  const message = `Column ${columnLetters(column)}${called} is hidden in the file. ${cells} kept with the rows and left out of the entries.`;
  return { severity: 'notice', code: 'hiddenColumn', message };
}

/** The first cell of a merged area shows over the whole of it: across as its span, downwards in each row that holds anything. */
function applyMerges({ rows, merges }: SheetCells, limits: ReadLimits, marks: RawMark[]): void {
  let work = 0;
  for (const { from, to } of merges) {
    if (from.row === to.row && from.column === to.column) continue;
    const first = firstAt(rows, from.row);
    const top = rows[first]?.row === from.row ? rows[first] : undefined;
    const origin = top?.cells.find((cell) => cell.column === from.column);
    const span = to.column - from.column + 1;
    for (let at = first; at < rows.length && rows[at]!.row <= to.row; at++) {
      const row = rows[at]!;
      work += row.cells.length;
      if (work > limits.maxCells) throw new AppError('hostileFile', { why: 'its merged cells lie over one another' });
      row.cells = withMerged(row, { from, to }, origin && { ...origin, span }, marks);
    }
  }
}

function withMerged(row: SheetRow, { from, to }: Area, origin: RawCell | undefined, marks: RawMark[]): RawCell[] {
  const isTop = row.row === from.row;
  const out: RawCell[] = [];
  let isPlaced = false;
  const place = (): void => {
    if (isPlaced || !origin) return;
    isPlaced = true;
    if (isTop) out.push(origin);
    else {
      const { text, column, span, moment } = origin;
      out.push({ text, column, span, fromAbove: true, ...(moment ? { moment } : {}) });
    }
  };
  for (const cell of row.cells) {
    if (cell.column < from.column || cell.column > to.column) {
      if (cell.column > to.column) place();
      out.push(cell);
    } else if (isTop && cell.column === from.column) place();
    else {
      place();
      if (cell.text.trim() !== '' && !cell.fromAbove) marks.push(covered(cell, row.row));
    }
  }
  place();
  return out;
}

function covered({ text, column }: RawCell, row: number): RawMark {
  const message = `Hidden text was left out: “${text.slice(0, 300)}”. Cell ${columnLetters(column)}${row} lies under a merged cell that covers it.`;
  return { severity: 'notice', code: 'hiddenText', message };
}

/** Index of the first row whose number is `row` or more. */
export function firstAt(rows: readonly { row: number }[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.row < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
