import type { ColumnMapping } from '#shared/model/agency-return.ts';
import { fieldsOfHeading, isPlainHeading, normaliseHeading } from '../mapping/heading.ts';
import type { RawCell, RawMark, RawTable, RawTableRow } from '../readers/reader.ts';
import { findHeader, isDateHeading, tellsWhatHappened } from './header-rows.ts';
import { nonBlank } from './layout.ts';
import { isDateCell, looksLikeDate } from './read-dates.ts';
import { agencyOfSheet } from './sheet-names.ts';
import { quoted } from './staging-record.ts';

/** What is known of the columns of a table before it is read. */
type Known = { given?: ColumnMapping | undefined; remembered?: ColumnMapping | undefined };

/**
 * One grid that holds several chronologies, as one each: one below another under headings in another order, side by side, or
 * with a column for each agency. Their rows keep their numbers.
 */
export function partedTables(table: RawTable, known: Known): readonly RawTable[] {
  if (table.summary || table.lines || table.labelled || table.rows.length < 2) return [table];
  const header = findHeader(table.rows);
  if (!header) return [table];
  const beside = sideBySide(table, header.to);
  if (beside) return beside;
  return stacked(table, header.to).flatMap((part) => byAgency(part, known));
}

const notice = (code: string, message: string): RawMark => ({ severity: 'notice', code, message });

function marked(table: RawTable, mark: RawMark): RawTable {
  return { ...table, marks: [...(table.marks ?? []), mark] };
}

/** Another header further down, with its own order of columns and dates under it. */
function stacked(table: RawTable, header: number): RawTable[] {
  const { rows } = table;
  const starts: number[] = [];
  let last = rows[header]!;
  for (let i = header + 2; i < rows.length - 1; i++) {
    const row = rows[i]!;
    if (!row.cells.some(mayBeDateHeading) || !isWholeHeader(row) || sameHeadings(row, last)) continue;
    const at = row.cells.find((cell) => isDateHeading(cell.text))!.column;
    const below = rows.slice(i + 1, i + 6).map((next) => next.cells.find(({ column }) => column === at) ?? { text: '' });
    if (!below.some(isDateCell)) continue;
    starts.push(i);
    last = row;
  }
  if (starts.length === 0) return [table];
  const parts = [0, ...starts].map((from, i): RawTable => ({ ...table, rows: rows.slice(from, starts[i]) }));
  const places = starts.map((from) => rows[from]!.row).join(', ');
  const message = `The table begins again in row ${places} under other headings. The rows under each were read by its own.`;
  return parts.map(({ marks, ...part }, i): RawTable => {
    if (i > 0) return { ...part, before: [] };
    return marked(marks ? { ...part, marks } : part, notice('otherColumns', message));
  });
}

/** Quick, as every cell of a long table is asked: a short word that begins as headings of dates do. */
function mayBeDateHeading({ text }: RawCell): boolean {
  return text.length < 40 && text.charCodeAt(0) > 0x39 && /^(?:\w+ )?(?:date|when|dyddiad)\b/i.test(text) && isDateHeading(text);
}

function isWholeHeader(row: RawTableRow): boolean {
  const filled = nonBlank(row);
  return (
    filled.length > 1 &&
    filled.every((cell) => cell.text.length <= 60 && !cell.moment && isPlainHeading(cell.text)) &&
    filled.some((cell) => tellsWhatHappened(cell.text))
  );
}

function sameHeadings(row: RawTableRow, other: RawTableRow): boolean {
  const heads = ({ cells }: RawTableRow): string =>
    nonBlank({ row: 0, cells })
      .map(({ text, column }) => `${column} ${normaliseHeading(text)}`)
      .join('\n');
  return heads(row) === heads(other);
}

/** The same headings once more to the right, or others of a chronology behind an empty column. */
function sideBySide(table: RawTable, header: number): RawTable[] | null {
  const heads = table.rows[header]!.cells;
  const dates = heads.filter((cell) => isDateHeading(cell.text));
  if (dates.length < 2) return null;
  const starts = dates
    .map(({ column }) => column)
    .filter((column, i) => i === 0 || isApart(table, header, dates[i - 1]!.column, column));
  if (starts.length < 2) return null;
  // What stands before the first date is the first block's.
  const blocks = starts.map((from, i): readonly [number, number] => [
    i === 0 ? 0 : from,
    starts[i + 1] ?? Number.POSITIVE_INFINITY,
  ]);
  const told = blocks.every(([from, to]) =>
    heads.some((cell) => cell.column >= from && cell.column < to && tellsWhatHappened(cell.text)),
  );
  if (!told) return null;
  const message = `${blocks.length === 2 ? 'Two chronologies stand' : `${blocks.length} chronologies stand`} side by side in this table. Each was read by its own columns.`;
  return blocks.map(([from, to], i) => {
    const part = block(table, header, from, to, i === 0);
    return i === 0 ? marked(part, notice('sideBySide', message)) : part;
  });
}

/** Whether a second column of dates begins a chronology of its own: an empty column before it, or the first's headings again. */
function isApart(table: RawTable, header: number, first: number, next: number): boolean {
  const heads = table.rows[header]!.cells;
  const names = (from: number, to: number): string[] =>
    heads
      .filter(({ column, text }) => column >= from && column < to && text.trim() !== '')
      .map(({ text }) => normaliseHeading(text.replace(/\s*\(\d\)\s*$/, '')));
  const left = names(first, next);
  if (left.length > 1 && names(next, next + (next - first)).join('\n') === left.join('\n')) return true;
  const covers = ({ column, span, text }: RawCell): boolean => text.trim() !== '' && column < next && column + span >= next;
  return next - first > 1 && !table.rows.slice(header).some(({ cells }) => cells.length > 1 && cells.some(covers));
}

/** Some of the columns; the rows that hold something there. */
function block(table: RawTable, header: number, from: number, to: number, isFirst: boolean): RawTable {
  const within = (cell: RawCell): boolean => cell.column >= from && cell.column < to;
  const rows = table.rows.flatMap(({ marks, ...row }, i): RawTableRow[] => {
    const cells = row.cells.filter(within).map((cell) => ({ ...cell, column: cell.column - from }));
    if (i > header && cells.every((cell) => cell.text.trim() === '')) return [];
    return [{ ...row, cells, ...(isFirst && marks ? { marks } : {}) }];
  });
  const title = table.rows.slice(0, header).flatMap((row) => nonBlank(row).filter(within));
  const agency = title.length === 1 ? agencyOfSheet(title[0]!.text) : null;
  const { marks, delimiter: _, hidden: __, inner: ___, ...rest } = table;
  const hidden = [...(table.hidden ?? [])].filter((column) => column >= from && column < to).map((column) => column - from);
  return {
    ...rest,
    rows,
    ...(hidden.length > 0 ? { hidden: new Set(hidden) } : {}),
    ...(agency === null ? {} : { agency }),
    ...(isFirst && marks ? { marks } : {}),
  };
}

/**
 * "Date | Police | Health | Education": nothing says what happened but the columns of the agencies, so each filled cell is an
 * entry of its own. Columns that belong to none of them are of every entry of their row.
 */
function byAgency(table: RawTable, { given, remembered }: Known): readonly RawTable[] {
  const header = findHeader(table.rows);
  if (!header || header.from !== header.to) return [table];
  const heads = table.rows[header.to]!.cells;
  const body = table.rows.slice(header.to + 1);
  const date = heads.find((cell) => isDateHeading(cell.text));
  if (!date) return [table];
  const field = (text: string): string | undefined => (given ?? remembered)?.[text.replace(/\s+/g, ' ').trim()];
  const isTold = heads.some((cell) => tellsWhatHappened(cell.text) && field(cell.text) === undefined);
  const agencies = heads.filter(
    (cell) => cell !== date && isAgencyColumn(cell, body) && (field(cell.text) ?? 'description') === 'description',
  );
  if (isTold || agencies.length < 2) return [table];
  const names = agencies.map(({ text }) => quoted(text)).join(', ');
  const message = `The columns ${names} are of one agency each. Each of their filled cells was read as an entry of that agency.`;
  const { delimiter: _, ...rest } = table;
  return agencies.map((own, i): RawTable => {
    const others = new Set(agencies.filter((cell) => cell !== own).map(({ column }) => column));
    const keep = (row: RawTableRow): RawCell[] => row.cells.filter(({ column }) => !others.has(column));
    let above: RawCell | null = null;
    const rows = table.rows.flatMap(({ marks, ...row }, at): RawTableRow[] => {
      const cells = keep(row).map((cell): RawCell => {
        if (at <= header.to || cell.column !== date.column) return cell;
        if (cell.text.trim() !== '') above = cell;
        return cell.text.trim() === '' && above ? { ...above, fromAbove: true } : cell;
      });
      const isEmpty = at > header.to && !row.cells.some((cell) => cell.column === own.column && cell.text.trim() !== '');
      // What belongs to none of the agencies is told of once.
      const isCommon = i === 0 && nonBlank(row).every(({ column }) => !agencies.some((cell) => cell.column === column));
      if (isEmpty && !isCommon) return [];
      return [{ ...row, cells: isCommon ? keep(row) : cells, ...(i === 0 && marks ? { marks } : {}) }];
    });
    const { marks: ofTable, ...unmarked } = rest;
    const part: RawTable = { ...unmarked, rows, agency: agencyOfSheet(own.text) ?? own.text.trim(), told: own.column };
    return i === 0 ? marked(ofTable ? { ...part, marks: ofTable } : part, notice('agencyColumns', message)) : part;
  });
}

/** Called after an agency and nothing else that a column may be, with words in it. */
function isAgencyColumn(cell: RawCell, body: readonly RawTableRow[]): boolean {
  const name = cell.text.replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > 60 || agencyOfSheet(name) === null) return false;
  const known = fieldsOfHeading(name)[0];
  if (known && known.strength >= 0.95) return false;
  const texts = body.flatMap((row) => row.cells.filter(({ column, text }) => column === cell.column && text.trim() !== ''));
  const average = texts.reduce((sum, { text }) => sum + text.trim().length, 0) / Math.max(1, texts.length);
  return texts.length > 0 && average >= 8 && texts.filter(({ text }) => looksLikeDate(text)).length < texts.length / 2;
}
