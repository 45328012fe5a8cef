/** Heights of a list whose rows are all alike but one, which stands open in full. Pure. */
export type Geometry = { count: number; row: number; openAt: number | null; openHeight: number };

const extra = (g: Geometry): number => (g.openAt === null || g.openAt >= g.count ? 0 : Math.max(0, g.openHeight - g.row));

export const heightOf = (g: Geometry): number => g.count * g.row + extra(g);
export const topOf = (g: Geometry, index: number): number =>
  index * g.row + (g.openAt !== null && index > g.openAt ? extra(g) : 0);
export const rowHeight = (g: Geometry, index: number): number => g.row + (index === g.openAt ? extra(g) : 0);

/** The row at a height from the top of the list. */
export function indexAt(g: Geometry, y: number): number {
  const last = Math.max(0, g.count - 1);
  const clamp = (n: number): number => Math.min(last, Math.max(0, Math.floor(n)));
  if (g.openAt === null || y < g.openAt * g.row) return clamp(y / g.row);
  const below = y - g.openAt * g.row - g.row - extra(g);
  return below < 0 ? clamp(g.openAt) : clamp(g.openAt + 1 + below / g.row);
}

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
