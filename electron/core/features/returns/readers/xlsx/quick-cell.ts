/** What a plain cell says: its column, its style, and where its value stands. `from` is -1 for a cell without one. */
export type QuickCell = { column: number; style: number; isShared: boolean; from: number; to: number; next: number };

export const newQuickCell = (): QuickCell => ({ column: 0, style: -1, isShared: false, from: -1, to: -1, next: 0 });

/**
 * Reads `<c r="AB12" s="3" t="s"><v>…</v></c>`, as nearly every program writes it, straight from the letters: a sheet is
 * hundreds of thousands of these. Answers false for anything else, and nothing is lost: the scanner reads it then.
 */
export function quickCell(source: string, at: number, out: QuickCell): boolean {
  if (!source.startsWith('<c r="', at)) return false;
  let i = at + 6;
  let column = 0;
  let c = source.charCodeAt(i);
  for (; c >= 65 && c <= 90; c = source.charCodeAt(++i)) column = column * 26 + c - 64;
  if (column === 0 || column > 16_384) return false;
  while (c >= 48 && c <= 57) c = source.charCodeAt(++i);
  if (c !== 34) return false;
  c = source.charCodeAt(++i);
  let style = -1;
  if (c === 32 && source.startsWith('s="', i + 1)) {
    i += 4;
    style = 0;
    for (c = source.charCodeAt(i); c >= 48 && c <= 57; c = source.charCodeAt(++i)) style = style * 10 + c - 48;
    if (c !== 34) return false;
    c = source.charCodeAt(++i);
  }
  let isShared = false;
  if (c === 32) {
    isShared = source.startsWith('t="s"', i + 1);
    if (!isShared && !source.startsWith('t="n"', i + 1)) return false;
    i += 6;
    c = source.charCodeAt(i);
  }
  out.column = column - 1;
  out.style = style;
  out.isShared = isShared;
  if (c === 47) {
    out.from = -1;
    out.next = i + 2;
    return source.charCodeAt(i + 1) === 62;
  }
  if (c !== 62 || !source.startsWith('<v>', i + 1)) return false;
  const from = i + 4;
  let to = from;
  for (c = source.charCodeAt(to); c !== 60; c = source.charCodeAt(++to))
    if (c === 38 || c === 13 || Number.isNaN(c)) return false;
  if (to === from || !source.startsWith('</v></c>', to)) return false;
  out.from = from;
  out.to = to;
  out.next = to + 8;
  return true;
}

/** The whole number at this place, or -1. */
export function quickIndex(source: string, { from, to }: QuickCell): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i) - 48;
    if (c < 0 || c > 9 || n > 100_000_000) return -1;
    n = n * 10 + c;
  }
  return n;
}
