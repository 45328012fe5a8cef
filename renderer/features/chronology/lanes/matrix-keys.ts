export type Cell = { row: number; column: number };

/** Where a key goes from a cell; null: not a key of the matrix. */
export function moveInMatrix(key: string, { row, column }: Cell, size: { rows: number; columns: number }): Cell | null {
  const to: Record<string, Cell> = {
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: size.rows - 1, column },
  };
  const next = to[key];
  if (!next) return null;
  return {
    row: Math.min(size.rows - 1, Math.max(0, next.row)),
    column: Math.min(size.columns - 1, Math.max(0, next.column)),
  };
}
