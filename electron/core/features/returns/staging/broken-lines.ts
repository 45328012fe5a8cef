import type { ChronologyTable } from './chronology-table.ts';
import type { LaidRow } from './layout.ts';
import { isDateCell } from './read-dates.ts';
import { beginsInMidSentence, isUnfinished } from './row-kinds.ts';

/**
 * The rows of delimited text, with those that a line end in a text without quotes broke in two set under the columns where
 * they belong: a row cut short and the next are together as long as the header, or words alone go on in mid-sentence.
 */
export function withBrokenLines({ table, columns, body }: ChronologyTable): readonly LaidRow[] {
  const date = columns.findIndex((column) => column.field === 'date');
  if (table.delimiter === undefined || date !== 0 || columns.length < 2) return body;
  const out: LaidRow[] = [];
  /** Cells that the row above has so far; 0 where it is no beginning of an entry. Looked at only where a row is short. */
  let reached = -1;
  for (const [index, row] of body.entries()) {
    const { cells } = row.raw;
    const first = cells[0]?.text ?? '';
    const above = body[index - 1]?.raw.cells ?? [];
    const goesOn =
      cells.length < columns.length &&
      first.trim() !== '' &&
      beginsInMidSentence(first) &&
      isUnfinished(above.at(-1)?.text ?? '') &&
      !isDateCell({ text: first });
    if (goesOn && reached < 0) reached = isDateCell({ text: above[0]?.text ?? '' }) ? above.length : 0;
    const whole = reached > 1 && reached + cells.length - 1 === columns.length;
    if (goesOn && whole && (cells.length === 1 || reached < columns.length)) {
      out.push(shifted(row, reached - 1, columns.length));
      reached += cells.length - 1;
    } else {
      out.push(row);
      reached = -1;
    }
  }
  return out;
}

function shifted(row: LaidRow, by: number, columns: number): LaidRow {
  const cells = Array.from({ length: columns }, (_, column) => {
    const cell = row.raw.cells[column - by];
    return cell && column >= by ? { ...cell, column } : null;
  });
  const raw = { ...row.raw, cells: cells.map((cell, column) => cell ?? { text: '', column, span: 1 }) };
  return { ...row, raw, cells, texts: cells.map((cell) => cell?.text ?? ''), extra: [], banner: null, brokenOff: true };
}
