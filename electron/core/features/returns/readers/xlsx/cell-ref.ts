/** Excel's own limit (XFD). */
export const MOST_COLUMNS = 16_384;
export const MOST_ROWS = 1_048_576;

/** Column of "C14", from 0; -1 where it names none. */
export function columnOf(ref: string): number {
  let column = 0;
  let at = 0;
  for (; at < ref.length; at++) {
    const c = ref.charCodeAt(at);
    const letter = c >= 97 ? c - 96 : c - 64;
    if (letter < 1 || letter > 26) {
      if (c === 36) continue;
      break;
    }
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) return -1;
  }
  return column - 1;
}

/** 0 → A, 27 → AB. */
export function columnLetters(column: number): string {
  let out = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}

export type Area = { from: { row: number; column: number }; to: { row: number; column: number } };

/** "B2:D5" or "B2", rows from 1 and columns from 0; null where it is none. */
export function areaOf(ref: string): Area | null {
  const [first = '', second = first] = ref.trim().split(':');
  const from = cellOf(first);
  const to = cellOf(second);
  if (!from || !to || to.row < from.row || to.column < from.column) return null;
  return { from, to };
}

export function cellOf(ref: string): Area['from'] | null {
  const m = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(ref);
  if (!m) return null;
  const column = columnOf(m[1]!);
  const row = Number(m[2]);
  return column < 0 || row < 1 || row > MOST_ROWS ? null : { row, column };
}
