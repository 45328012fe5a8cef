import { movesTo } from './positions.ts';
import type { RecommendationRow, RecommendationWriter } from './recommendation-writer.ts';

/** Is a row placed exactly where its block stands, and unplaced where it has none? */
export function inStep(rows: readonly RecommendationRow[], ids: readonly string[]): boolean {
  const placed = rows.filter((row) => row.placed).map((row) => row.id);
  const wanted = ids.filter((id) => rows.some((row) => row.id === id));
  return placed.length === wanted.length && placed.every((id, i) => id === wanted[i]);
}

/**
 * Numbering comes from placement: rows follow their blocks. A block that was taken out
 * un-places its row, one that undo brings back places it again, and the order of the rows is that of the document.
 */
export async function followBlocks(
  writer: RecommendationWriter,
  rows: readonly RecommendationRow[],
  ids: readonly string[],
): Promise<void> {
  writer.know(rows);
  const here = new Set(ids);
  for (const row of rows) {
    if (row.placed === here.has(row.id)) continue;
    const failure = await writer.update(row.id, { placed: here.has(row.id) });
    if (failure) throw failure;
  }
  for (const { id, to } of movesTo(
    rows.map((row) => row.id),
    ids,
  )) {
    const failure = await writer.move(id, to);
    if (failure) throw failure;
  }
}
