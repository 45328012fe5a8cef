import type { RawCell, RawTableRow } from '../reader.ts';

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
  const whole = filled.map((row) => split(row.cells[0]!.text)).filter((parts) => parts.length === best[0]);
  const starts = whole[0]!.map(({ at }) => at);
  const inLine = whole.every((parts) => parts.every(({ at }, column) => at === starts[column]));
  return rows.map((row) => ({ ...row, cells: placed(split(row.cells[0]?.text ?? ''), inLine ? starts : null) }));
}

type Part = { text: string; at: number };

/** Where all lines share their columns a blank cell leaves its place free: what stands behind it keeps its own. */
function placed(parts: readonly Part[], starts: readonly number[] | null): RawCell[] {
  const columns = starts && parts.length < starts.length ? parts.map(({ at }) => starts.indexOf(at)) : [-1];
  if (starts === null || columns.includes(-1)) return parts.map(({ text }, column) => ({ text, column, span: 1 }));
  return starts.map((_, column) => ({ text: parts[columns.indexOf(column)]?.text ?? '', column, span: 1 }));
}

function split(text: string): Part[] {
  return [...text.matchAll(/\S+(?:\s\S+)*/g)].map((found) => ({ text: found[0], at: found.index }));
}
