import { AppError } from '#shared/kernel/app-error.ts';

/** What a return may be at most. Far above any honest return, below what hurts. */
export type ReadLimits = {
  /** The file itself. */
  maxBytes: number;
  /** A part of it, uncompressed. */
  maxPartBytes: number;
  /** A part of a workbook: a sheet may be formatted down to its last row, a million of them, and hold next to nothing. */
  maxSheetBytes: number;
  maxTables: number;
  /** All tables together. */
  maxRows: number;
  /** Word allows 63 columns, Excel users a few hundred. */
  maxCellsInRow: number;
  maxCells: number;
  /** Letters in one cell. */
  maxCellLetters: number;
  /** Elements inside one another. */
  maxDepth: number;
  seconds: number;
  heapMb: number;
};

export const READ_LIMITS: ReadLimits = {
  maxBytes: 100_000_000,
  maxPartBytes: 120_000_000,
  maxSheetBytes: 300_000_000,
  maxTables: 5_000,
  maxRows: 500_000,
  maxCellsInRow: 1_000,
  maxCells: 5_000_000,
  maxCellLetters: 400_000,
  maxDepth: 400,
  seconds: 10,
  heapMb: 1_024,
};

/** Counts rows and cells as they are read and refuses the file as soon as one is too many. */
export class ReadCounter {
  readonly #limits: ReadLimits;
  #rows = 0;
  #cells = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  row(): void {
    if (++this.#rows > this.#limits.maxRows) {
      throw new AppError('fileTooLarge', { limit: `${this.#limits.maxRows.toLocaleString('en-GB')} rows` });
    }
  }

  /** For a row that is still being found: it may have no end. */
  width(inRow: number): void {
    if (inRow > this.#limits.maxCellsInRow) throw new AppError('hostileFile', { why: 'a row of it has far too many cells' });
  }

  /** `inRow` counts the cells of the row so far. */
  cell(inRow: number, letters = 0): void {
    this.width(inRow);
    if (letters > this.#limits.maxCellLetters) {
      throw new AppError('hostileFile', { why: 'a cell of it holds more text than any entry has' });
    }
    if (++this.#cells > this.#limits.maxCells) {
      throw new AppError('fileTooLarge', { limit: `${this.#limits.maxCells.toLocaleString('en-GB')} cells` });
    }
  }
}
