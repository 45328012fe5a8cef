import { ownColumn } from '#shared/model/column-place.ts';
import { mapColumns, type MappedColumn } from '../mapping/map-columns.ts';
import { normaliseHeading } from '../mapping/heading.ts';
import type { RawTable, RawTableRow } from '../readers/reader.ts';
import { columnPlace, uniqueNames } from './column-names.ts';
import { findForms } from './find-forms.ts';
import { formEntries, isFormLike } from './form-entries.ts';
import { findHeader } from './header-rows.ts';
import { type Hints, hintsFor } from './hints.ts';
import { headingsOf, type LaidRow, type Layout, layoutOf, layRow, nonBlank } from './layout.ts';
import { isDateCell, looksLikeDate, momentText } from './read-dates.ts';
import { partedTables } from './parted-tables.ts';
import { isDateLine, splitDated } from './paragraph-table.ts';
import { isAsideSheet } from './sheet-names.ts';
import type { ChronologyTable } from './chronology-table.ts';

/** More tables than a return has: each is looked at less closely. */
const MANY = 300;
export type Found = {
  chronology: ChronologyTable[];
  others: RawTable[];
  /** Where there is no chronology: the tables that a person might say are one. */
  candidates: ChronologyTable[];
};

type Weighed = ChronologyTable & { weight: number; named: boolean };

/**
 * The chronology among the tables of a file: those whose header says so; where none does, those whose contents do.
 * A table without a header after a chronology of the same width is its continuation.
 */
export function findChronology(outer: readonly RawTable[], given: Hints): Found {
  const hints: Hints = {
    given: given.given,
    remembered: given.remembered,
    refs: outer.map(({ ref }) => ref),
    ...(outer.length > MANY ? { briefly: true } : {}),
  };
  const whole = outer.flatMap((table) => fromLayout(table, hints));
  const tables = hints.briefly ? whole : whole.flatMap((table) => partedTables(table, hintsFor(hints, table.ref)));
  const weighed: Weighed[] = [];
  const others: RawTable[] = [];
  let last: Weighed | null = null;
  const all = tables.map((table): Weighed => {
    const own = weigh(table, hints, null);
    const previous: Weighed | null = last;
    const continued: Weighed | null =
      // Parts of one table are read each by its own header.
      previous && previous.table.ref !== table.ref && (!own.named || headerInside(own, previous))
        ? continuation(table, previous, hints)
        : null;
    const best = continued ?? own;
    if (best.weight > 0) last = best;
    return best;
  });
  const most = all.reduce((weight, table) => Math.max(weight, table.weight), 0);
  const grids = all.filter(({ weight }) => weight >= 3);
  if (most < 3 || areForms(grids, tables.length)) {
    const forms = findForms(
      tables.filter((table) => !isAside(table)),
      hints,
    );
    const read = new Set(forms.map((form) => form.table));
    if (forms.length > (most < 3 ? 0 : grids.length))
      return { chronology: forms, others: tables.filter((table) => !read.has(table)), candidates: [] };
  }
  for (const table of all) {
    // With a table that is plainly the chronology, one that only might be is something else: papers read, meetings held.
    const least = most >= 3 ? 3 : Math.max(1, most);
    if (table.weight >= least) weighed.push(table);
    else others.push(table.table);
  }
  const candidates = weighed.length > 0 ? [] : all.filter((table) => table.columns.length > 1 && table.body.length > 0);
  return { chronology: weighed, others, candidates };
}

/** Among forms a value may read like a heading ("Date of birth given") and make a grid of its form. More of them are none. */
function areForms(grids: readonly Weighed[], tables: number): boolean {
  return tables > grids.length && grids.every(({ table }) => table.rows.length <= LONGEST_FORM && formEntries(table) !== null);
}

const LONGEST_FORM = 12;

/** No page is laid out in more tables than this, one inside the other. */
const DEEPEST = 4;

/** A table that only lays out the page gives way to the tables in its cells, where one of them is a chronology. */
function fromLayout(table: RawTable, hints: Hints, depth = 0): readonly RawTable[] {
  if (!table.inner || depth === DEEPEST) return [table];
  const own = weigh(table, hints, null).weight;
  if (own >= 2) return [table];
  const inner = table.inner().flatMap((one) => fromLayout(one, hints, depth + 1));
  return inner.some((one) => weigh(one, hints, null).weight > own || formEntries(one) !== null) ? inner : [table];
}

/** The header of the table before stands again inside this one: what is above it belongs to the table before. */
function headerInside(own: Weighed, previous: Weighed): boolean {
  const names = (table: Weighed): string => table.columns.map(({ name }) => normaliseHeading(name)).join('\n');
  return own.above.length > own.headers.length - 1 && names(own) === names(previous);
}

function continuation(table: RawTable, last: Weighed, hints: Hints): Weighed | null {
  const next = weigh(table, hints, last);
  const date = last.columns.findIndex((column) => column.field === 'date');
  const dated = next.body.some((row) => isDateCell(row.cells[date] ?? { text: '' }));
  return next.columns.length === last.columns.length && dated ? { ...next, weight: last.weight } : null;
}

function weigh(table: RawTable, hintsOfAll: Hints, like: Weighed | null): Weighed {
  const hints = hintsFor(hintsOfAll, table.ref);
  const header = like ? null : findHeader(table.rows, Object.keys({ ...hints.remembered, ...hints.given }), hints.briefly);
  const headers = header ? table.rows.slice(header.from, header.to + 1) : [];
  const bodyRows = header ? table.rows.slice(header.to + 1) : table.rows;
  const layout = withoutEmptyEnd(layoutOf(headers.at(-1) ?? null, bodyRows), headers, bodyRows);
  const body = bodyRows.map((row) => layRow(row, layout));
  const headings = headingsOf(layout, headers);
  const names =
    like && like.columns.length === layout.length
      ? like.columns.map((column) => column.name)
      : uniqueNames(headings, typeof table.ref === 'string' ? layout.map((start) => columnPlace(table.ref, start)) : undefined);
  const sample = body.filter((row) => !row.raw.deleted && row.banner === null).map(evidenceOf);
  const named = header !== null;
  const columns =
    like && like.columns.length === layout.length
      ? like.columns.map((column) => {
          // A page that goes on is read as the one before, but for what a person placed here.
          const given = hintsOfAll.given?.[ownColumn(table.ref, column.name)];
          return given ? { ...column, field: given, because: 'given' as const } : column;
        })
      : mapColumns({
          names,
          leaves: headingsOf(layout, headers.slice(-1)),
          named,
          rows: sample,
          given: hints.given,
          remembered: hints.remembered,
          hidden: layout.map((start) => table.hidden?.has(start) ?? false),
          told: table.told === undefined ? -1 : layout.indexOf(table.told),
        });
  const unseen = columns.map(({ field }, index) => field === 'ignore' && (table.hidden?.has(layout[index]!) ?? false));
  if (unseen.includes(true)) for (const row of body) row.texts = row.texts.map((text, index) => (unseen[index] ? '' : text));
  return {
    table,
    columns,
    // A continuation knows its header by the table that it continues.
    headers: like
      ? like.headers
      : headers
          .map((row) => headingsOf(layout, [row]).map(normaliseHeading))
          .concat(named ? [headings.map(normaliseHeading)] : []),
    body,
    above: header ? table.rows.slice(0, header.to + 1) : [],
    hidden: columns.flatMap(({ name }, index) => (unseen[index] ? [name] : [])),
    named,
    weight:
      isAside(table) || table.labelled || (named && !like && isFilledForm(table, columns, sample))
        ? 0
        : weightOf({
            formLike: !like && isFormLike(table),
            columns,
            rows: sample,
            named,
            delimited: table.delimiter !== undefined || table.lines === true,
            dateLines:
              isDateLine(table.before.at(-1) ?? '') || body.some((row) => row.banner !== null && looksLikeDate(row.banner)),
          }),
  };
}

/** "Date | | Source | Log" over one row is no header: the words beside the labels are what was filled in. */
function isFilledForm(table: RawTable, columns: readonly MappedColumn[], rows: readonly (readonly string[])[]): boolean {
  const date = columns.findIndex((column) => column.field === 'date');
  // "Event | Date of birth confirmed" under "Date | 12/03/2024", and nothing under it
  if (rows.every((row) => row.every((text) => text.trim() === '')))
    return (formEntries(table) ?? []).some(({ values }) => [...values.values()].some(({ cell }) => looksLikeDate(cell.text)));
  if (!columns.some(({ name }, index) => name === `Column ${index + 1}`)) return false;
  if (rows.length === 0 || rows.length > 4 || rows.some((row) => looksLikeDate(row[date] ?? ''))) return false;
  const [only, ...more] = formEntries(table) ?? [];
  if (!only || more.length > 0) return false;
  return [...only.values.values()].filter(({ cell }) => cell.text.trim() !== '').length > rows.length;
}

/** The texts of a row; a date that the file holds as one in a form that is known for a date. */
function evidenceOf(row: LaidRow): readonly string[] {
  if (!row.cells.some((cell) => cell?.moment && !cell.moment.asNumber)) return row.texts;
  return row.texts.map((text, column) => {
    const moment = row.cells[column]?.moment;
    return moment && !moment.asNumber && text !== '' ? momentText(moment) : text;
  });
}

function isAside({ ref, summary }: RawTable): boolean {
  return summary === true || (typeof ref === 'string' && isAsideSheet(ref));
}

/** Spreadsheets saved as CSV often end in commas: columns without a heading and without a cell. */
function withoutEmptyEnd(layout: Layout, headers: readonly RawTableRow[], body: readonly RawTableRow[]): Layout {
  let end = layout.length;
  const filled = (row: RawTableRow): boolean => nonBlank(row).some((cell) => cell.column + cell.span > layout[end - 1]!);
  while (end > 1 && !headers.some(filled) && !body.some(filled)) end--;
  return end === layout.length ? layout : layout.slice(0, end);
}

type Evidence = {
  columns: readonly MappedColumn[];
  rows: readonly (readonly string[])[];
  named: boolean;
  /** Dates stand on lines of their own between the rows. */
  dateLines: boolean;
  delimited: boolean;
  /** Labels stand down its side: not a grid. */
  formLike: boolean;
};

/** 3 plainly the chronology, 2 probably, 1 perhaps, 0 not. */
function weightOf({ columns, rows, named, dateLines, delimited, formLike }: Evidence): number {
  const date = columns.findIndex((column) => column.field === 'date');
  const description = columns.findIndex((column) => column.field === 'description');
  if (description < 0 || columns.length < 2) return 0;
  const told = columns[description]!.because !== 'contents';
  if (formLike && !(named && told && (dateLines || columns[date]?.because === 'name'))) return 0;
  if (date < 0) {
    const inTexts = rows.filter((row) => splitDated(row[description] ?? '')).length;
    if (inTexts > 0 && inTexts >= rows.length * 0.5) return named ? 3 : delimited ? 0 : 1;
    return named && told && dateLines ? 3 : 0;
  }
  if (columns[date]!.because === 'given' && columns[description]!.because === 'given') return 4;
  const heads = columns.map((column) => column.name.toLowerCase()).join(' | ');
  // Version control, signing off and action plans have dates as well.
  if (named && /\b(?:version|revision|amendment|signature|signed off)\b/.test(heads)) return 0;
  if (named && /\b(?:target date|by when|timescale|deadline|due date|completion date)\b/.test(heads)) return 0;
  const texts = rows.map((row) => row[description] ?? '').filter((text) => text.trim() !== '');
  const average = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const dated = rows.filter((row) => looksLikeDate(row[date] ?? '')).length;
  if (named && columns[date]!.because !== 'contents') return told ? 3 : average >= 20 ? 2 : 0;
  if (named) return dated > 0 ? 2 : 0;
  // Without headings few words are enough in delimited text, which holds one table; a Word file's many may be lists of names.
  return dated >= Math.min(2, rows.length) && dated > 0 && average >= (delimited ? 3 : 12) ? 1 : 0;
}

/** Whether a table has anything in it at all. */
export function isEmptyTable(table: RawTable): boolean {
  return table.rows.every((row) => nonBlank(row).length === 0);
}
