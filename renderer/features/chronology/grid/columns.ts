/** The columns of the grid in their order; their widths are in entry-grid.css. */
export const COLUMNS = [
  { key: 'ref', head: 'Ref' },
  { key: 'date', head: 'Date' },
  { key: 'time', head: 'Time' },
  { key: 'agency', head: 'Agency · source' },
  { key: 'text', head: 'What was recorded' },
  { key: 'themes', head: 'Themes' },
  { key: 'age', head: 'Age' },
  { key: 'problems', head: 'Problems' },
] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];
/** Columns that can be put away: what was written, when, by whom and its number always stand. */
export const OPTIONAL_COLUMNS: readonly ColumnKey[] = ['time', 'themes', 'age', 'problems'];

export type Density = 'normal' | 'compact';
/** Spaces of the grid; in rem as the text is. */
export const ROW_REM: Record<Density, number> = { normal: 47 / 16, compact: 28 / 16 };

const WIDTHS: Record<ColumnKey, string> = {
  ref: '2.875rem',
  date: '8.5rem',
  time: '2.625rem',
  agency: '11rem',
  text: 'minmax(12rem, 1fr)',
  themes: '7rem',
  age: '3rem',
  problems: '1rem',
};
/** So many letters of an agency's name stand on one line; a longer one takes the second, and its source follows. */
export const FITS = 26;

/** The columns as CSS has them; the agencies' is as wide as the longest name, for a name is never cut. */
export function templateOf(hidden: ReadonlySet<ColumnKey>, agencyNames: Iterable<string>): string {
  const longest = Math.max(0, ...[...agencyNames].map((name) => name.length));
  // Letters and gap, then the name in the grid's type: a little over half an em a character, wrapped beyond a limit.
  const agency = `${Math.min(2.125 + FITS * 0.39, Math.max(7.5, 2.125 + longest * 0.39)).toFixed(2)}rem`;
  const shown = COLUMNS.filter(({ key }) => !hidden.has(key));
  return shown.map(({ key }) => (key === 'agency' ? agency : WIDTHS[key])).join(' ');
}
