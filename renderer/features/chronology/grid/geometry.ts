/**
 * Heights of a list whose rows are all alike but one, which stands open in full, and whose headings stand above the rows
 * at `starts`. Pure.
 */
export type Geometry = {
  count: number;
  row: number;
  openAt: number | null;
  openHeight: number;
  /** Indexes of the rows under which a heading begins, upwards; none where the list is not grouped. */
  starts?: readonly number[];
  head?: number;
};

const extra = (g: Geometry): number => (g.openAt === null || g.openAt >= g.count ? 0 : Math.max(0, g.openHeight - g.row));

/** How many headings stand above a row, its own among them. */
export function headsUpTo(starts: readonly number[], index: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}
const headings = (g: Geometry, index: number): number => (g.starts ? headsUpTo(g.starts, index) * (g.head ?? 0) : 0);

export const heightOf = (g: Geometry): number => g.count * g.row + extra(g) + (g.starts?.length ?? 0) * (g.head ?? 0);
export const topOf = (g: Geometry, index: number): number =>
  index * g.row + (g.openAt !== null && index > g.openAt ? extra(g) : 0) + headings(g, index);
export const rowHeight = (g: Geometry, index: number): number => g.row + (index === g.openAt ? extra(g) : 0);

/** The row at a height from the top of the list; a heading counts to the row below it. */
export function indexAt(g: Geometry, y: number): number {
  const last = Math.max(0, g.count - 1);
  let low = 0;
  let high = last;
  // The last row that begins at or above that height, heading and all.
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (headTop(g, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}
const headTop = (g: Geometry, index: number): number => topOf(g, index) - (isStart(g, index) ? (g.head ?? 0) : 0);
const isStart = (g: Geometry, index: number): boolean =>
  g.starts !== undefined && g.starts[headsUpTo(g.starts, index) - 1] === index;

/** Browsers draw nothing beyond some 33 million pixels; a longer list is scrolled in proportion. */
export const MOST_PIXELS = 15_000_000;
export type Scale = { whole: number; drawn: number; view: number };
export const scaleOf = (g: Geometry, view: number): Scale => {
  const whole = heightOf(g);
  return { whole, drawn: Math.min(whole, MOST_PIXELS), view };
};
const ratio = ({ whole, drawn, view }: Scale): number => (whole === drawn ? 1 : (whole - view) / Math.max(1, drawn - view));
/** Where the list stands for a position of the scroll bar, and back. */
export const listTop = (scale: Scale, scroll: number): number => scroll * ratio(scale);
export const scrollFor = (scale: Scale, top: number): number => top / ratio(scale);
