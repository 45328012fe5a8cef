import { normaliseHeading } from '../mapping/heading.ts';
import type { RawCell, RawTable, RawTableRow } from '../readers/reader.ts';
import { formRows, type FormRow, isKnownLabel, joinCells, labelFields, labelOf } from './form-pairs.ts';
import { type FormerRow, nonBlank, withNotes } from './layout.ts';
import { looksLikeDate } from './read-dates.ts';
import { isSentence } from './told-across.ts';

/** One filled-in form: its values by label, and the rows it was made of. */
export type FormEntry = { values: Map<string, { label: string; cell: RawCell }>; rows: FormerRow[] };

/** The forms of a table: labels and what was written beside or under them. Null where it is no form of an event. */
export function formEntries(table: RawTable): FormEntry[] | null {
  const across = entriesAcross(table);
  if (across) return across;
  const rows = formRows(table.rows);
  const labels = rows.flatMap((row) => row.pairs.map((pair) => pair.label));
  const known = labels.filter(isKnownLabel).length;
  if (known < 2 || known < labels.length * 0.4 || labels.length < rows.length * 0.4) return null;
  return tellsOfEvents(labels) ? grouped(rows) : null;
}

/** A date and what happened, by their names. */
export function tellsOfEvents(labels: readonly string[]): boolean {
  const named = (field: 'date' | 'description', least: number): boolean =>
    labels.some((label) => labelFields(label).some((known) => known.field === field && known.strength >= least));
  return named('date', 0.7) && named('description', 0.5);
}

/** A form has labels where a grid has entries. Front pages and details of people are forms as well, and no chronology. */
export function isFormLike(table: RawTable): boolean {
  const rows = table.rows.filter((row) => nonBlank(row).length > 0);
  if (rows.length < 2 || rows.some((row) => row.cells.length > 4)) return false;
  const labels = rows.flatMap((row) => (row.cells.length > 1 ? [row.cells[0]!.text] : []));
  const known = new Set(labels.filter((text) => labelOf(text) !== null && isKnownLabel(text)).map(normaliseHeading));
  const dated = (column: number): number => rows.filter((row) => looksLikeDate(row.cells[column]?.text ?? '')).length;
  return known.size >= 2 && known.size >= labels.length * 0.5 && dated(0) === 0 && dated(1) <= rows.length * 0.6;
}

/** A label that comes again begins the next form: the first label of all, the date, or any after a line between. */
function grouped(rows: readonly FormRow[]): FormEntry[] {
  const out: FormEntry[] = [];
  let entry: FormEntry | null = null;
  let first = '';
  let last = '';
  let between = false;
  // In lines of text no words but labels part one thing from the next.
  const lines = rows.every(({ raw }) => raw.cells.length === 1);
  for (const [index, { raw, pairs, title }] of rows.entries()) {
    const key = pairs[0] ? normaliseHeading(pairs[0].label) : '';
    first ||= key;
    const again = entry?.values.has(key) ?? false;
    const continued = pairs.length === 1 && key === last && raw.cells[0]?.fromAbove === true;
    if (!entry || (pairs.length > 0 && !continued && again && (between || key === first || isDateLabel(pairs[0]!.label)))) {
      if (pairs.length === 0) continue;
      entry = { values: new Map(), rows: [] };
      out.push(entry);
      between = false;
    }
    if (pairs.length === 0) {
      const goes =
        raw.goesOn || (title !== null && (isSentence(title.text) || (lines && !isTitle(title.text, rows, index + 1, entry))));
      if (title && goes && last !== '') goOn(entry, last, title);
      if (!title || goes) entry.rows.push(former(raw, []));
      else between = true;
      continue;
    }
    entry.rows.push(former(raw, pairs));
    for (const { label, value } of pairs) {
      last = normaliseHeading(label) || label;
      if (continued) goOn(entry, last, value);
      else put(entry, last, label, value);
    }
  }
  return out;
}

/** Words without a full stop over a label that the form has already: the title of the next. */
function isTitle(text: string, rows: readonly FormRow[], from: number, entry: FormEntry): boolean {
  if (/[.!?]\W*$/.test(text)) return false;
  const next = rows.slice(from).find(({ pairs }) => pairs.length > 0)?.pairs[0];
  return next !== undefined && entry.values.has(normaliseHeading(next.label));
}

function isDateLabel(label: string): boolean {
  return labelFields(label).some(({ field, strength }) => field === 'date' && strength >= 0.7);
}

function put(entry: FormEntry, key: string, label: string, cell: RawCell): void {
  let name = label;
  let place = key;
  for (let n = 2; entry.values.has(place); n++) {
    name = `${label} (${n})`;
    place = `${key} (${n})`;
  }
  entry.values.set(place, { label: name, cell });
}

function goOn(entry: FormEntry, key: string, more: RawCell): void {
  const known = entry.values.get(key);
  if (known) entry.values.set(key, { label: known.label, cell: joinCells(known.cell, more) });
}

function former(raw: RawTableRow, pairs: FormRow['pairs']): FormerRow {
  const cells: Record<string, string> = {};
  const add = (name: string, text: string): void => {
    let free = name;
    for (let n = 2; free in cells; n++) free = `${name} (${n})`;
    cells[free] = text;
  };
  for (const { label, value, written } of pairs) for (const cell of written ?? [value]) add(label, withNotes(cell));
  if (pairs.length === 0) raw.cells.forEach((cell, i) => add(`Column ${i + 1}`, withNotes(cell)));
  return { raw, cells };
}

/** Labels down the side and an entry in each column: the row of dates has several. */
function entriesAcross(table: RawTable): FormEntry[] | null {
  const rows = table.rows.filter((row) => !row.deleted && nonBlank(row).length > 0 && row.cells.length > 2);
  const dates = rows.find((row) => isDateLabel(labelOf(row.cells[0]!.text) ?? ''));
  if (!dates || rows.length < 2) return null;
  const columns = dates.cells.slice(1);
  if (columns.filter((cell) => looksLikeDate(cell.text)).length < Math.max(2, columns.length * 0.6)) return null;
  const labels = rows.map((row) => labelOf(row.cells[0]!.text));
  if (labels.some((label) => label === null) || !tellsOfEvents(labels.map((label) => label!))) return null;
  if (rows.some((row) => row.cells.length !== dates.cells.length)) return null;
  const shared = rows.map((raw, i) =>
    former(
      raw,
      raw.cells.slice(1).map((value) => ({ label: labels[i]!, value })),
    ),
  );
  return columns.map((_, column) => {
    const entry: FormEntry = { values: new Map(), rows: shared };
    rows.forEach((raw, i) => put(entry, normaliseHeading(labels[i]!), labels[i]!, raw.cells[column + 1]!));
    return entry;
  });
}
