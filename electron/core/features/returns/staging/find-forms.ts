import { mapColumns, type MappedColumn } from '../mapping/map-columns.ts';
import type { RawCell, RawMark, RawParagraph, RawTable, RawTableRow } from '../readers/reader.ts';
import type { ChronologyTable } from './chronology-table.ts';
import { type Hints, hintsFor } from './hints.ts';
import { type FormEntry, formEntries } from './form-entries.ts';
import { isKnownLabel, labelFields, labelOf } from './form-pairs.ts';
import { uniqueNames } from './column-names.ts';
import type { LaidRow } from './layout.ts';
import { looksLikeDate } from './read-dates.ts';

type FormTable = { table: RawTable; entries: FormEntry[] };
type Kind = { keys: Map<string, string>; forms: FormTable[] };

/** Chronologies of forms, one an entry: each table with its entries as rows under the labels. */
export function findForms(tables: readonly RawTable[], hints: Hints): ChronologyTable[] {
  const kinds: Kind[] = [];
  for (const table of tables) {
    const entries = formEntries(table);
    if (!entries || entries.length === 0) continue;
    const labels = entries.flatMap((entry) => [...entry.values]);
    let kind = kinds.find((known) => alike(known.keys, new Set(labels.map(([key]) => key))));
    if (!kind) kinds.push((kind = { keys: new Map(), forms: [] }));
    for (const [key, { label }] of labels) if (!kind.keys.has(key)) kind.keys.set(key, label);
    kind.forms.push({ table, entries });
  }
  const found = kinds.flatMap((kind) => chronologyOf(kind, hints));
  return found.toSorted((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table));
}

/** A form in paragraphs: "Date: 12/03/2024" on a line, "Event: Home visit" on the next. */
export function formOfParagraphs(paragraphs: readonly RawParagraph[]): RawTable | null {
  let labelled = 0;
  const again = labelsThatComeAgain(paragraphs);
  const rows = paragraphs.map((paragraph): RawTableRow => {
    const split = /^\s*([^\t:\n]{2,60}?)\s*(?::[ \u00A0]*\t?|\t)\s*([\s\S]*)$/.exec(paragraph.text);
    const label = split ? labelOf(split[1]!) : null;
    const notes = paragraph.notes ? { notes: paragraph.notes } : {};
    const marks = paragraph.marks ? { marks: paragraph.marks } : {};
    if (split && label && (isKnownLabel(label) || again.has(label)) && !looksLikeDate(split[1]!)) {
      if (isKnownLabel(label)) labelled++;
      return {
        row: paragraph.row,
        cells: [
          { text: split[1]!, column: 0, span: 1 },
          { text: split[2]!, column: 1, span: 1, ...notes, ...marks },
        ],
      };
    }
    const cell: RawCell = { text: paragraph.text, column: 0, span: 2, ...notes, ...marks };
    return { row: paragraph.row, cells: [cell], ...(paragraph.heading ? {} : { goesOn: true as const }) };
  });
  return labelled >= 2 ? { ref: 0, rows, before: [], labelled: true } : null;
}

/** Words before a colon that nobody knows, and that stand so more than once: a label of this agency's own. */
function labelsThatComeAgain(paragraphs: readonly RawParagraph[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { text } of paragraphs) {
    const label = labelOf(/^\s*([^\t:\n]{2,40}?)\s*:\s/.exec(`${text} `)?.[1] ?? '');
    if (label) times.set(label, (times.get(label) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

function alike(a: ReadonlyMap<string, string>, b: ReadonlySet<string>): boolean {
  const shared = [...b].filter((key) => a.has(key)).length;
  return shared >= Math.max(2, Math.min(a.size, b.size) * 0.6);
}

function chronologyOf({ keys, forms }: Kind, hints: Hints): ChronologyTable[] {
  const places = [...keys.keys()];
  const names = uniqueNames([...keys.values()]);
  const laid = forms.map(({ entries }) => entries.map((entry) => laidEntry(entry, places)));
  const rows = laid.flat().map((row) => row.texts);
  const { given, remembered } = hintsFor(hints, forms[0]!.table.ref);
  const columns = mapColumns({ names, named: true, rows, given, remembered });
  const date = columns.find((column) => column.field === 'date');
  const description = columns.find((column) => column.field === 'description');
  if (!date || !description || date.because === 'contents') return [];
  if (rows.length === 1 && !isEventForm(date, description)) return [];
  return forms.map(({ table }, i) => {
    // A form shows the columns that it has, mapped as all of its kind are.
    const own = columns.map((_, column) => laid[i]!.some((row) => row.cells[column]));
    return {
      table,
      columns: columns.filter((_, column) => own[column]),
      headers: [],
      body: laid[i]!.map((row) => ({
        ...row,
        texts: row.texts.filter((_, column) => own[column]),
        cells: row.cells.filter((_, column) => own[column]),
      })),
      above: [],
      hidden: [],
      form: true as const,
    };
  });
}

/** One form alone may as well be a front page: its labels must say plainly that it is of an event. */
function isEventForm(date: MappedColumn, description: MappedColumn): boolean {
  if (date.because === 'given' || description.because === 'given') return true;
  const strength = (column: MappedColumn): number =>
    labelFields(column.name).find(({ field }) => field === column.field)?.strength ?? 0;
  return strength(date) >= 0.9 && strength(description) >= 0.9 && !/summary|involvement|information/i.test(description.name);
}

function laidEntry(entry: FormEntry, places: readonly string[]): LaidRow {
  const cells = places.map((place) => entry.values.get(place)?.cell ?? null);
  const marks: RawMark[] = entry.rows.flatMap(({ raw }) => [...(raw.marks ?? [])]);
  const raw: RawTableRow = {
    row: entry.rows[0]!.raw.row,
    cells: cells.filter((cell) => cell !== null),
    ...(marks.length > 0 ? { marks } : {}),
  };
  return { raw, texts: cells.map((cell) => cell?.text ?? ''), cells, extra: [], banner: null, former: entry.rows };
}
