import { fieldsOfHeading } from '../mapping/heading.ts';
import type { NamedField } from '../mapping/field-names.ts';
import type { RawCell, RawTableRow } from '../readers/reader.ts';
import { nonBlank } from './layout.ts';
import { looksLikeDate, looksLikeTime } from './read-dates.ts';
import { isInstruction } from './row-kinds.ts';

/** A label of a form and what stands beside or under it. */
export type FormPair = {
  label: string;
  value: RawCell /** The cell itself and those beyond it. */;
  written?: readonly RawCell[];
};
/** What one row of a form says: pairs, a line over or between the entries, or nothing. */
export type FormRow = { raw: RawTableRow; pairs: readonly FormPair[]; title: RawCell | null };

const LONGEST_LABEL = 80;
const INLINE = /^\s*([^:\n]{2,60}?)\s*:[ \t\u00A0]*(?=\S)([\s\S]+)$/;

/** A label without its colon; null for what cannot be one. */
export function labelOf(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  // Labels are no sentences.
  if (
    plain === '' ||
    plain.length > LONGEST_LABEL ||
    /[.!;,]$/.test(plain) ||
    looksLikeTime(plain) ||
    (/\d/.test(plain) && looksLikeDate(plain))
  )
    return null;
  const label = plain.replace(/\s*[:–-]+$/, '');
  return /\p{L}/u.test(label) ? label : null;
}

/** Whether a text is a label: a heading that is known, or words with a colon behind them. */
function isLabel(text: string): boolean {
  const label = labelOf(text);
  return label !== null && (/:\s*$/.test(text) || isKnownLabel(label));
}

export function isKnownLabel(label: string): boolean {
  return labelStrength(label) >= 0.5;
}

export function labelFields(label: string): readonly NamedField[] {
  return fieldsOfHeading(label);
}

function labelStrength(label: string): number {
  return fieldsOfHeading(label)[0]?.strength ?? 0;
}

/**
 * The rows of a form as labels and values: beside one another, once or several times in a row, over one another, or in
 * one cell with a colon between.
 */
export function formRows(rows: readonly RawTableRow[]): FormRow[] {
  const filled = rows.filter((row) => !row.deleted);
  const over = labelsOverValues(filled);
  const guided = hasGuidance(filled);
  const out: FormRow[] = [];
  let pending: readonly RawCell[] = [];
  filled.forEach((raw, index) => {
    const cells = nonBlank(raw);
    const take = (pairs: readonly FormPair[], title: RawCell | null = null): void => {
      pending = [];
      out.push({ raw, pairs, title });
    };
    if (cells.length === 0) return take(pending.map((label) => ({ label: labelOf(label.text)!, value: emptyAt(label) })));
    const inline = inlinePairs(cells);
    if (inline) return take(inline);
    const beside = cells.length > 1 && isLabel(cells[0]!.text) ? besidePairs(raw, guided) : null;
    // A label over a row that has its own is a title: "Event 1" over "Date | 12/03/2024".
    if (pending.length > 0 && (over || !beside)) {
      const labels = pending;
      return take(
        labels.map((label) => ({
          label: labelOf(label.text)!,
          value: raw.cells.find((cell) => overlaps(cell, label)) ?? emptyAt(label),
        })),
      );
    }
    const alone = cells.length === 1 && (raw.cells.length === 1 || cells[0]!.span > 1 || raw.cells[0] !== cells[0]);
    if ((over || alone) && cells.every((cell) => isLabel(cell.text)) && index + 1 < filled.length) {
      out.push({ raw, pairs: [], title: null });
      pending = cells;
      return;
    }
    if (alone) return take([], cells[0]!);
    const pairs = beside ?? besidePairs(raw, guided);
    return pairs ? take(pairs) : take([], cells[0]!);
  });
  return out;
}

/** Whether what stands beyond the values tells whoever fills in the form what to write. */
function hasGuidance(rows: readonly RawTableRow[]): boolean {
  const third = rows.flatMap((row) => (row.cells.length === 3 && row.cells[2]!.text.trim() !== '' ? [row.cells[2]!.text] : []));
  return third.filter(isInstruction).length >= third.length / 2;
}

/** Rows of labels alone, each over a row of values, against rows that begin with a label. */
function labelsOverValues(rows: readonly RawTableRow[]): boolean {
  let over = 0;
  let beside = 0;
  rows.forEach((row, index) => {
    const cells = nonBlank(row);
    if (cells.length < 2) return;
    const labels = cells.filter((cell) => isLabel(cell.text)).length;
    const below = nonBlank(rows[index + 1] ?? { row: 0, cells: [] });
    if (labels === row.cells.length && cells.length > 2 && below.length > 0 && !below.every((cell) => isLabel(cell.text))) over++;
    else if (isLabel(cells[0]!.text)) beside++;
  });
  return over > beside;
}

function besidePairs(raw: RawTableRow, guided: boolean): FormPair[] | null {
  const { cells } = raw;
  const first = cells[0]!;
  const label = labelOf(first.text);
  if (label === null) return null;
  const values = cells.slice(1);
  const even = cells.filter((_, i) => i % 2 === 0);
  const odd = cells.filter((_, i) => i % 2 === 1);
  const written = odd.filter((cell) => cell.text.trim() !== '');
  const alternating =
    cells.length > 2 &&
    cells.length % 2 === 0 &&
    even.every((cell) => isLabel(cell.text) || cell.text.trim() === '') &&
    (written.length < odd.length || !written.every((cell) => isLabel(cell.text)));
  if (alternating) {
    return even.flatMap((cell, i) => {
      const named = labelOf(cell.text);
      return named === null ? [] : [{ label: named, value: odd[i]! }];
    });
  }
  const [value, ...more] = values;
  if (!value) return null;
  return [
    { label, value: guided ? value : more.filter((cell) => cell.text.trim() !== '').reduce(joinCells, value), written: values },
  ];
}

function inlinePairs(cells: readonly RawCell[]): FormPair[] | null {
  const pairs: FormPair[] = [];
  for (const cell of cells) {
    const found = INLINE.exec(cell.text);
    const label = found && labelOf(found[1]!);
    if (!found || !label || !isKnownLabel(label)) return null;
    pairs.push({ label, value: { ...cell, text: found[2]! } });
  }
  return pairs;
}

export function joinCells(before: RawCell, after: RawCell): RawCell {
  const text = [before.text.trimEnd(), after.text.trim()].filter((words) => words !== '').join('\n');
  const notes = [...(before.notes ?? []), ...(after.notes ?? [])];
  const marks = [...(before.marks ?? []), ...(after.marks ?? [])];
  return {
    text,
    column: before.column,
    span: before.span,
    ...(notes.length > 0 ? { notes } : {}),
    ...(marks.length > 0 ? { marks } : {}),
  };
}

function overlaps(cell: RawCell, label: RawCell): boolean {
  return cell.column < label.column + label.span && label.column < cell.column + cell.span;
}

function emptyAt({ column, span }: RawCell): RawCell {
  return { text: '', column, span };
}
