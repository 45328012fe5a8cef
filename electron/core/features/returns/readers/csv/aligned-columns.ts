import type { RawTableRow } from '../reader.ts';

const LOOK_AT = 200;

/** Columns set out with blanks, two or more between them, as a screen prints them; null where most lines do not agree. */
export function alignedColumns(rows: readonly RawTableRow[]): RawTableRow[] | null {
  const filled = rows.slice(0, LOOK_AT).filter((row) => (row.cells[0]?.text.trim() ?? '') !== '');
  const counts = new Map<number, number>();
  for (const row of filled) {
    const count = split(row.cells[0]!.text).length;
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[0] < 3 || filled.length < 2 || best[1] < filled.length * 0.6) return null;
  return rows.map((row) => ({
    ...row,
    cells: split(row.cells[0]?.text ?? '').map((text, column) => ({ text, column, span: 1 })),
  }));
}

function split(text: string): string[] {
  return text.trim().split(/\s{2,}/);
}
