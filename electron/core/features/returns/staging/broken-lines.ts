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
  let reached = 0;
  let last = '';
  for (const row of body) {
    const { cells } = row.raw;
    const first = cells[0]?.text ?? '';
    const whole = reached + cells.length - 1 === columns.length;
    const goesOn =
      reached > 1 &&
      !isDateCell({ text: first }) &&
      first.trim() !== '' &&
      beginsInMidSentence(first) &&
      isUnfinished(last) &&
      whole &&
      (cells.length === 1 || reached < columns.length);
    if (goesOn) {
      out.push(shifted(row, reached - 1, columns.length));
      reached += cells.length - 1;
    } else {
      out.push(row);
      reached = isDateCell({ text: first }) ? cells.length : 0;
    }
    last = cells.at(-1)?.text ?? '';
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
