import type { ChronologyTable } from './chronology-table.ts';
import { type FormerRow, type LaidRow, withNotes } from './layout.ts';
import { extraName } from './row-fields.ts';
import type { StagingRecord } from './staging-record.ts';

/** The rows of a table as they stood; what each is kept for is decided afterwards. */
export class KeptRows {
  readonly #found: ChronologyTable;
  readonly #record: StagingRecord;
  readonly #former = new Map<FormerRow, number>();

  constructor(found: ChronologyTable, record: StagingRecord) {
    this.#found = found;
    this.#record = record;
  }

  /** Keeps what stands in a row, and answers where; an entry that is a form has several rows. */
  keep(row: LaidRow): number[] {
    if (row.former) return row.former.map((former) => this.#keepFormer(former));
    const cells: Record<string, string> = {};
    this.#found.columns.forEach(({ name }, column) => (cells[name] = withNotes(row.cells[column] ?? null)));
    for (const cell of row.extra) cells[extraName(this.#found.table.ref, cell.column)] = withNotes(cell);
    this.#record.weigh(row.texts.reduce((sum, text) => sum + text.length, 0) * 2);
    return [this.#put(row.raw.row, cells)];
  }

  /** Where each column of a form is an entry they share its rows. */
  #keepFormer(former: FormerRow): number {
    const known = this.#former.get(former);
    if (known !== undefined) return known;
    this.#record.weigh(Object.values(former.cells).reduce((sum, text) => sum + text.length, 0) * 2);
    const index = this.#put(former.raw.row, former.cells);
    this.#former.set(former, index);
    return index;
  }

  #put(row: number, cells: Record<string, string>): number {
    return this.#record.rows.push({ table: this.#found.table.ref, row, cells }) - 1;
  }
}
