import { FIELD_COLUMNS } from '#shared/chronology/columns.ts';
import type { ColumnKey, Layout } from '#shared/contract/views.ts';
import type { EventField } from '#shared/model/chronology-event.ts';

/** Spaces of the grid; in rem as the text is. */
export const ROW_REM: Record<Layout['rows'], number> = { normal: 47 / 16, compact: 28 / 16 };
const GAP = 0.625;
const EDGE = 1;
const PER_REM = 16;

export const USUAL_WIDTHS: Readonly<Record<ColumnKey, number>> = {
  agency: 11,
  ref: 2.875,
  date: 8.5,
  time: 2.625,
  text: 12,
  response: 11,
  outcome: 11,
  childVoice: 11,
  agencyComment: 11,
  involved: 9,
  themes: 7,
  age: 3.25,
  sinceAgency: 5,
  sinceAny: 5,
  problems: 1,
};
/** What a column is never drawn narrower than: its words would be cut to nothing. */
const LEAST: Partial<Record<ColumnKey, number>> = { date: 6, agency: 5, text: 10 };
/** Letters over source: where the grid is narrow, the name is in the open row and what was recorded has the room. */
const SLIM_AGENCY = 5.25;
/** What was recorded wants so much before an agency has its whole name beside it. */
const ROOMY_TEXT = 17;
/** So many letters of an agency's name stand on one line; a longer one takes the second, and its source follows. */
export const FITS = 26;

/** Columns that hold a field of the entry to the letter, and nothing else: their words can be tagged. */
export const FIELD_IN_CELL: Readonly<Partial<Record<ColumnKey, EventField>>> = {
  text: 'description',
  ...Object.fromEntries(FIELD_COLUMNS.map((key) => [key, key])),
};

export type GridColumns = {
  keys: readonly ColumnKey[];
  /** The columns as CSS has them. */
  template: string;
  /** Under this the grid is scrolled sideways. */
  least: string;
  /** Under this, in rem, the grid is narrow: the slim columns serve better. */
  roomy: number;
  /** Agencies by their letters; the whole name stands in the open row. */
  letters: boolean;
  /** How far from the left each frozen column stays. */
  frozen: readonly string[];
};

/** Widths of the columns in view; the agencies' is as wide as the longest name, for a name is never cut. */
export function gridColumns(
  layout: Layout,
  agencyNames: Iterable<string>,
  { ages, children, slim = false }: { ages: boolean; children: number; slim?: boolean },
): GridColumns {
  const shown = layout.columns.filter(({ key }) => key !== 'age' || ages);
  const longest = Math.max(0, ...[...agencyNames].map((name) => name.length));
  // Letters and gap, then the name in the grid's type: a little over half an em a character, wrapped beyond a limit.
  const agency = slim ? SLIM_AGENCY : Math.min(2.125 + FITS * 0.39, Math.max(7.5, 2.125 + longest * 0.39));
  const usual = (key: ColumnKey): number =>
    key === 'agency' ? agency : key === 'age' && children > 1 ? USUAL_WIDTHS.age + 2 : USUAL_WIDTHS[key];
  const remOf = ({ key, width }: { key: ColumnKey; width: number | null }): number =>
    width === null ? usual(key) : Math.max(LEAST[key] ?? 1, width / PER_REM);
  const grows = shown.some(({ key, width }) => key === 'text' && width === null);
  const columns = shown.map((column, i) => {
    const rem = `${remOf(column).toFixed(2)}rem`;
    // What was recorded takes the room that is left; where it was given a width, the last column does.
    return (column.key === 'text' && column.width === null && i >= layout.frozen - 1) || (!grows && i === shown.length - 1)
      ? `minmax(${rem}, 1fr)`
      : rem;
  });
  const least = shown.reduce((sum, column) => sum + remOf(column) + GAP, 2 * EDGE - GAP);
  const frozen: string[] = [];
  let left = EDGE;
  for (const column of shown.slice(0, layout.frozen)) {
    frozen.push(`${left.toFixed(3)}rem`);
    left += remOf(column) + GAP;
  }
  return {
    keys: shown.map(({ key }) => key),
    template: columns.join(' '),
    least: `${least.toFixed(2)}rem`,
    roomy: grows ? least + ROOMY_TEXT - USUAL_WIDTHS.text : 0,
    letters: slim && shown.some(({ key, width }) => key === 'agency' && width === null),
    frozen,
  };
}
