import type { ReturnField, TableRef } from '#shared/model/agency-return.ts';
import { columnPlace } from './column-names.ts';
import type { ChronologyTable } from './chronology-table.ts';
import { type LaidRow, withNotes } from './layout.ts';
import { type CellMoments, type DateCells, isDateCell, momentText } from './read-dates.ts';
import type { ProblemPlace } from './staging-record.ts';

/** The cells of a table's rows by the field that their column feeds. */
export class RowFields {
  readonly #found: ChronologyTable;
  readonly #byField = new Map<ReturnField, number[]>();
  /** Columns that no field of an entry takes. */
  readonly #unnamed: number[] = [];

  constructor(found: ChronologyTable) {
    this.#found = found;
    found.columns.forEach(({ field }, index) => {
      this.#byField.set(field, [...(this.#byField.get(field) ?? []), index]);
      if (field === 'other' || field === 'reference') this.#unnamed.push(index);
    });
  }

  column(field: ReturnField): number | undefined {
    return this.#byField.get(field)?.[0];
  }

  is(column: number, ...fields: ReturnField[]): boolean {
    const field = this.#found.columns[column]?.field;
    return field !== undefined && fields.includes(field);
  }

  /** Verbatim text of the field's first column, footnotes aside; of a date in several columns all of them. */
  first(row: LaidRow, field: ReturnField): string {
    if (field === 'date' && (this.#byField.get(field)?.length ?? 0) > 1) return this.#wholeDate(row);
    const column = this.column(field);
    return column === undefined ? '' : (row.texts[column] ?? '');
  }

  /** There is no column of dates, or none of its cells is filled: the texts begin with them, if anything does. */
  hasNoDates(body: readonly LaidRow[]): boolean {
    const columns = this.#byField.get('date') ?? [];
    return body.every((row) => columns.every((column) => (row.texts[column] ?? '').trim() === ''));
  }

  /** Whether the row's date is one. */
  isDated(row: LaidRow): boolean {
    const moment = this.#byField.get('date')?.length === 1 ? this.cell(row, 'date')?.moment : undefined;
    return isDateCell({ text: this.first(row, 'date'), ...(moment ? { moment } : {}) });
  }

  /** What its column is judged by: the date's text, or the date itself where the file holds it as one. */
  dateEvidence(row: LaidRow): string {
    const moment = this.cell(row, 'date')?.moment;
    return moment && !moment.asNumber ? momentText(moment) : this.first(row, 'date');
  }

  dateCells(row: LaidRow): DateCells {
    const text = (field: ReturnField): string => this.first(row, field);
    const moments = this.moments(row);
    return { date: text('date'), time: text('time'), endDate: text('endDate'), endTime: text('endTime'), moments };
  }

  moments(row: LaidRow): CellMoments {
    const of = (field: ReturnField): CellMoments['date'] =>
      this.#byField.get(field)?.length === 1 ? this.cell(row, field)?.moment : undefined;
    return { date: of('date'), time: of('time'), endDate: of('endDate'), endTime: of('endTime') };
  }

  cell(row: LaidRow, field: ReturnField): LaidRow['cells'][number] {
    const column = this.column(field);
    return column === undefined ? null : (row.cells[column] ?? null);
  }

  /** Text of all columns that feed the field, footnotes with it, outer blanks off. */
  text(row: LaidRow, field: ReturnField): string {
    const only = this.#only(field);
    if (only !== undefined) return withNotes(row.cells[only] ?? null).trim();
    return this.#cells(row, field)
      .map((cell) => withNotes(cell).trim())
      .filter((text) => text !== '')
      .join('\n');
  }

  /** As `text`, without what a merged cell repeats from above. */
  own(row: LaidRow, field: ReturnField): string {
    const only = this.#only(field);
    if (only !== undefined) return row.cells[only]?.fromAbove ? '' : withNotes(row.cells[only] ?? null).trim();
    return this.#cells(row, field)
      .map((cell) => (cell?.fromAbove ? '' : withNotes(cell).trim()))
      .filter((text) => text !== '')
      .join('\n');
  }

  /** What no field takes, by the column's own heading; never dropped. */
  others(row: LaidRow, own: boolean): [string, string][] {
    const out: [string, string][] = [];
    const { columns } = this.#found;
    for (const column of this.#unnamed) {
      const cell = row.cells[column] ?? null;
      const text = own && cell?.fromAbove ? '' : withNotes(cell).trim();
      if (text !== '') out.push([columns[column]!.name, text]);
    }
    for (const cell of row.extra) out.push([extraName(this.#found.table.ref, cell.column), withNotes(cell).trim()]);
    // Footnotes on a date or time would spoil its reading; they are kept beside it.
    for (const field of ['date', 'time', 'endDate', 'endTime', 'agency'] as const) {
      const column = this.column(field);
      const cell = column === undefined ? null : row.cells[column];
      if (cell?.notes && !(own && cell.fromAbove)) out.push([`Note on ${columns[column!]!.name}`, cell.notes.join('\n')]);
    }
    return out;
  }

  at(row: LaidRow, column?: number | null): ProblemPlace {
    const name = column === undefined || column === null ? undefined : this.#found.columns[column]?.name;
    return { table: this.#found.table.ref, row: row.raw.row, column: name };
  }

  /** Day, month and year in columns of their own. */
  #wholeDate(row: LaidRow): string {
    const texts = (this.#byField.get('date') ?? []).map((column) => (row.texts[column] ?? '').trim());
    const parts = texts.filter((text) => text !== '');
    const mark = /^\d{1,2}([./-])\d{1,2}$/.exec(parts[0] ?? '')?.[1];
    return parts.length === 2 && mark && /^\d{4}$/.test(parts[1]!) ? parts.join(mark) : parts.join(' ');
  }

  /** The field's column, where it has one alone, as nearly all have. */
  #only(field: ReturnField): number | undefined {
    const columns = this.#byField.get(field);
    return columns?.length === 1 ? columns[0] : undefined;
  }

  #cells(row: LaidRow, field: ReturnField): LaidRow['cells'] {
    return (this.#byField.get(field) ?? []).map((column) => row.cells[column] ?? null);
  }
}

/** Heading for a cell beyond the last column. */
export function extraName(ref: TableRef, column: number): string {
  return `Column ${columnPlace(ref, column)}`;
}
