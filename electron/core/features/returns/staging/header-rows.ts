import { fieldsOfHeading, isPlainHeading, normaliseHeading } from '../mapping/heading.ts';
import type { RawCell, RawTableRow } from '../readers/reader.ts';
import { nonBlank } from './layout.ts';
import { isDateCell, looksLikeDate, looksLikeTime } from './read-dates.ts';
import { isSentence } from './told-across.ts';

/** Rows (as indexes) that together are the header of a table. */
export type HeaderRows = { from: number; to: number };

/** A header stands near the top, under titles and instructions; in a file of very many tables nearer still. */
const LOOK_AT = 30;
const LOOK_AT_BRIEFLY = 5;
const LONGEST = 160;

/** `expected` are the column names of a mapping: a row that has them is the header, whatever they mean. */
export function findHeader(rows: readonly RawTableRow[], expected: readonly string[] = [], briefly = false): HeaderRows | null {
  const told = expectedHeader(rows, expected);
  if (told >= 0) return { from: told, to: told };
  let best = -1;
  let bestKnown = 0;
  let entries = 0;
  for (let i = 0; i < Math.min(rows.length, briefly ? LOOK_AT_BRIEFLY : LOOK_AT); i++) {
    // Under rows of entries no header begins the table: it has none, or one of another stands there.
    if (best < 0 && isEntry(rows[i]!) && ++entries > 1) break;
    const known = knownHeadings(rows[i]!);
    if (known > bestKnown) {
      best = i;
      bestKnown = known;
    }
  }
  if (best < 0) return briefly ? null : (headerOfOne(rows) ?? headerByContents(rows));
  let from = best;
  let to = best;
  // Cells merged down from above bring the rows above with them.
  while (from > 0 && rows[from]!.cells.some((cell) => cell.fromAbove) && isLabelRow(rows[from - 1]!)) from--;
  if (
    from > 0 &&
    rows[from - 1]!.header &&
    rows[from]!.header &&
    isLabelRow(rows[from - 1]!) &&
    nonBlank(rows[from - 1]!).length > 1
  )
    from--;
  const below = rows[best + 1];
  if (below && isLabelRow(below) && (below.header ? rows[best]!.header : true)) {
    const mergedDown = below.cells.some((cell) => cell.fromAbove);
    if (mergedDown || below.header || splitsUp(rows[best]!, below) || joinsBetter(rows[best]!, below)) to = best + 1;
  }
  return { from, to };
}

/** A date with words beside it that are no label: "Date of report" is one. */
function isEntry(row: RawTableRow): boolean {
  const filled = nonBlank(row);
  const dated = filled.findIndex(isDateCell);
  return dated >= 0 && filled.length > 1 && filled.every((cell, i) => i === dated || !isPlainHeading(cell.text));
}

/** How many cells carry a heading that is known; 0 where the row cannot be a header. */
function knownHeadings(row: RawTableRow): number {
  const filled = nonBlank(row);
  if (filled.length < 2 || !filled.every(isLabelCell)) return 0;
  if (!filled.some((cell) => isPlainHeading(cell.text))) return 0;
  const known = filled.filter((cell) => isKnown(cell.text)).length;
  const least = row.header ? 1 : 2;
  if (known < least || known < filled.length * (row.header ? 0.2 : 0.4)) return 0;
  // "Name of child … Agency …" above the header has known words as well; a header names the date.
  const dated = filled.some((cell) =>
    fieldsOfHeading(cell.text).some(({ field, strength }) => field === 'date' && strength >= 0.7),
  );
  return dated ? known + 0.5 : known;
}

/** Headings under one that reaches over several columns, and nothing under the others: "Who" and "What" under "Contact". */
function splitsUp(above: RawTableRow, below: RawTableRow): boolean {
  const filled = nonBlank(below);
  const wide = above.cells.filter((cell) => cell.span > 1 && cell.text.trim() !== '');
  const under = (column: number): boolean => wide.some((cell) => cell.column <= column && column < cell.column + cell.span);
  return filled.length > 1 && filled.every((cell) => under(cell.column) && isKnown(cell.text));
}

/** Whether the words of two rows make better headings together: "Date of" over "contact". */
function joinsBetter(above: RawTableRow, below: RawTableRow): boolean {
  if (nonBlank(below).some((cell) => cell.text.trim().length > 40 || isSentence(cell.text))) return false;
  // "Date" over "end" is a date with an entry under it, or nobody would know when.
  const isDate = (text: string): boolean => fieldsOfHeading(text)[0]?.field === 'date';
  if (above.cells.some((cell, i) => isDate(cell.text) && looksLikeDate(below.cells[i]?.text ?? ''))) return false;
  const loses = above.cells.some((cell, i) => isDate(cell.text) && !isDate(`${cell.text} ${below.cells[i]?.text ?? ''}`));
  if (loses && !above.cells.some((cell, i) => isDate(`${cell.text} ${below.cells[i]?.text ?? ''}`))) return false;
  const apart = above.cells.reduce((sum, cell) => sum + strengthOf(cell.text), 0);
  const joined = above.cells.reduce((sum, cell, i) => sum + joinedStrength(cell.text, below.cells[i]?.text ?? ''), 0);
  return joined > apart + 0.2;
}

/** Words under a heading that says nothing make it no better: it must be left open, or they must go on in small letters. */
function joinedStrength(above: string, below: string): number {
  const isOpen = /\b(?:of|the|and|or|was|by|for|to|from|with|in|&|\/|-)\s*$/i.test(above) || /^\s*[a-z(/&-]/.test(below);
  const joined = strengthOf(`${above} ${below}`);
  return isOpen || below.trim() === '' || strengthOf(above) > 0 ? joined : joined > strengthOf(below) + 0.2 ? joined : 0;
}

function expectedHeader(rows: readonly RawTableRow[], expected: readonly string[]): number {
  if (expected.length === 0) return -1;
  const names = new Set(expected.map(normaliseHeading));
  return rows.slice(0, LOOK_AT).findIndex((row) => {
    const filled = nonBlank(row);
    const met = filled.filter((cell) => cell.text.length <= LONGEST && names.has(normaliseHeading(cell.text))).length;
    return filled.length > 1 && met >= Math.max(2, Math.min(names.size, filled.length) * 0.6);
  });
}

/** A row of labels that nobody knows, over a column of dates: the first row without a date where the rows below have one. */
function headerByContents(rows: readonly RawTableRow[]): HeaderRows | null {
  for (let i = 0; i < Math.min(rows.length - 1, LOOK_AT); i++) {
    const row = rows[i]!;
    const filled = nonBlank(row);
    if (filled.length < 2 || filled.length < row.cells.length / 2) continue;
    const below = rows.slice(i + 1, i + 11).filter((next) => nonBlank(next).length > 1);
    const undated = !rows.slice(0, LOOK_AT).some((next) => next.cells.some(isDateCell));
    const dated = filled.some(({ column }) => {
      const dates = below.filter((next) => isDateCell(next.cells.find((cell) => cell.column === column) ?? { text: '' }));
      return dates.length > 0 && dates.length >= below.length / 2;
    });
    const labels = isLabelRow(row) && filled.every((cell) => cell.text.trim().length <= 60 && !/[.!?]$/.test(cell.text.trim()));
    return labels && (dated || undated) && new Set(filled.map((cell) => cell.text.trim())).size === filled.length
      ? { from: i, to: i }
      : null;
  }
  return null;
}

/** Only the column of the text has a heading: "Event" over the words, nothing over the dates beside them. */
function headerOfOne(rows: readonly RawTableRow[]): HeaderRows | null {
  const i = rows.findIndex((row) => nonBlank(row).length > 0);
  const [name, ...more] = nonBlank(rows[i] ?? { row: 0, cells: [] });
  if (!name || more.length > 0 || name.span > 1 || rows[i]!.cells.length < 2 || !isPlainHeading(name.text)) return null;
  const below = rows.slice(i + 1, i + 11).filter((row) => nonBlank(row).length > 1);
  const dated = below.filter((row) => row.cells.some((cell) => cell.column !== name.column && isDateCell(cell)));
  return strengthOf(name.text) >= 0.9 && dated.length > 0 && dated.length >= below.length / 2 ? { from: i, to: i } : null;
}

export function isDateHeading(text: string): boolean {
  const [first] = fieldsOfHeading(text);
  return text.trim().length <= 60 && first?.field === 'date' && first.strength >= 0.8;
}

export function tellsWhatHappened(text: string): boolean {
  const [first] = fieldsOfHeading(text);
  return text.trim().length <= 60 && first?.field === 'description' && first.strength >= 0.7;
}

function strengthOf(text: string): number {
  return text.trim().length <= LONGEST ? (fieldsOfHeading(text)[0]?.strength ?? 0) : 0;
}

function isLabelRow(row: RawTableRow): boolean {
  const filled = nonBlank(row);
  return filled.length > 0 && filled.every(isLabelCell);
}

function isLabelCell(cell: RawCell): boolean {
  return cell.moment === undefined && isLabel(cell.text);
}

function isLabel(text: string): boolean {
  return text.trim().length <= LONGEST && !looksLikeTime(text) && !(/\d/.test(text) && looksLikeDate(text));
}

function isKnown(text: string): boolean {
  return strengthOf(text) >= 0.5;
}

/** The header again, as Word repeats it or a person copies it at the top of each page. */
export function repeatsHeader(texts: readonly string[], headings: readonly (readonly string[])[]): boolean {
  if (texts.some((text) => text.length > 300)) return false;
  const own = texts.map(normaliseHeading);
  if (!own.some((text) => text !== '')) return false;
  return headings.some((heading) => {
    const filled = own.map((text, i) => ({ text, same: text === heading[i] })).filter(({ text }) => text !== '');
    return filled.length >= Math.min(2, heading.length) && filled.filter(({ same }) => same).length >= filled.length * 0.7;
  });
}
