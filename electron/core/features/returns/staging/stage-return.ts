import { AppError } from '#shared/kernel/app-error.ts';
import type { ColumnMapping, StagedColumn, StagedReturn } from '#shared/model/agency-return.ts';
import { ownColumn } from '#shared/model/column-place.ts';
import type { RawReturn, RawTable, RawTableRow } from '../readers/reader.ts';
import { agencyFromFileName, statedAgency } from './agency-name.ts';
import { checkDates } from './check-dates.ts';
import { findChronology, type Found, isEmptyTable } from './find-chronology.ts';
import type { ChronologyTable } from './chronology-table.ts';
import { reportCopies } from './copied-tables.ts';
import { inLines } from './in-lines.ts';
import { nonBlank } from './layout.ts';
import { looksLikeDate } from './read-dates.ts';
import { paragraphTable } from './paragraph-table.ts';
import { isExample, saysNilReturn, statesNoContact } from './row-kinds.ts';
import { sheetAgencies } from './sheet-agencies.ts';
import { stageTable } from './stage-table.ts';
import { quoted, StagingRecord } from './staging-record.ts';

export type StageContext = {
  file: string;
  sha256: string;
  /** Whose return it is, if that was said; columns named Agency win over it. */
  agency: string | null;
  /** The period under review, on which two-digit and missing years lean. */
  anchor: { scopeFrom?: string | undefined; scopeTo?: string | undefined };
  /** The first birth among the children whom the review is about, where the register has it. */
  firstBirth?: string | undefined;
  /** The day on which the return is read. */
  received?: string | undefined;
  /** How columns of this agency's last return were read. */
  remembered?: ColumnMapping | undefined;
  /** What a person decided for this return; it wins. */
  given?: ColumnMapping | undefined;
  /** The agencies of the review, by which sheets may be called. */
  agencies?: readonly string[] | undefined;
};

/** A raw return → entries with a field for each column, dates read, and everything that a person should look at. */
export function stageReturn(raw: RawReturn, context: StageContext): StagedReturn {
  const { chronology, others, candidates } = find(raw, context);
  checkGiven(chronology, context.given);
  const stated = context.agency === null ? statedAgency(raw) : null;
  const agency = context.agency ?? stated ?? agencyFromFileName(context.file);
  const record = new StagingRecord(agency, context.anchor);
  for (const mark of raw.marks) record.report(mark.severity, mark.code, mark.message);
  // A table that was parted has what concerns it, and that it was parted, with its first part.
  const parts = [...chronology.map(({ table }) => table), ...others];
  const tables = raw.tables.map((table) => parts.find((part) => part.ref === table.ref && part.marks) ?? table);
  for (const table of tables) {
    for (const mark of table.marks ?? []) record.report(mark.severity, mark.code, mark.message, { table: table.ref });
  }
  const sheets = sheetAgencies(chronology, context.agency, context.agencies ?? []);
  let before: ChronologyTable | null = null;
  for (const found of chronology) {
    record.agency = sheets.get(found) ?? agency;
    // A page goes on from the one before; a sheet begins by itself, and so does each part of one table.
    if (typeof found.table.ref === 'string' || found.table.ref === before?.table.ref) record.carried = null;
    stageTable(found, record);
    if (found.table.ref !== before?.table.ref) reportAbove(found, record);
    before = found;
  }
  if (!chronology.some((found) => found.table.ref === 0)) reportParagraphs(raw, record);
  reportOthers(others, chronology.length > 0, record);
  if (chronology.length > 0) reportUnreadParagraphs(raw, chronology, record);
  if (isNilThroughout(record)) record.dropEvents();
  if (chronology.length > 1) reportCopies(record);
  checkDates(record, chronology, { ...context.anchor, firstBirth: context.firstBirth, received: context.received });
  if (record.events.length === 0) reportNothing(raw, chronology, record);
  else if (context.agency === null && stated === null && record.events.some((event) => event.agency === agency)) {
    record.report(
      'warning',
      'agencyAssumed',
      `The return does not say whose it is. ${quoted(agency)} was taken from the file’s name.`,
    );
  }
  const agencies = [...new Set(record.events.map((event) => event.agency))];
  const columns = onceEach(chronology.flatMap(stagedColumns));
  return {
    file: context.file,
    format: raw.format,
    sha256: context.sha256,
    agencies: agencies.length > 0 ? agencies : [agency],
    tables: new Set(chronology.map((found) => found.table.ref)).size,
    rowsRead: rowsRead(record, chronology),
    // Without a chronology the columns of what might be one, so that a person can say which is which.
    columns: columns.length > 0 ? columns : onceEach(candidates.flatMap(stagedColumns)),
    mapping: mappingOf(columns, chronology),
    rows: record.rows,
    events: record.events,
    problems: record.problems,
  };
}

/**
 * Under the heading alone what its first table says; what another table says otherwise stands under that table. Hidden
 * columns are in it only where a person placed them, or to say that they are no longer what another table's are.
 */
function mappingOf(columns: readonly StagedColumn[], chronology: readonly ChronologyTable[]): ColumnMapping {
  const hidden = new Set(chronology.flatMap((found) => found.hidden.map((column) => ownColumn(found.table.ref, column))));
  const isHidden = ({ table, name }: StagedColumn): boolean => hidden.has(ownColumn(table, name));
  const out = new Map<string, StagedColumn['field']>();
  for (const column of columns) if (!isHidden(column) && !out.has(column.name)) out.set(column.name, column.field);
  for (const { table, name, field } of columns) {
    const said = out.get(name);
    if (said !== undefined && said !== field) out.set(ownColumn(table, name), field);
  }
  return Object.fromEntries(out);
}

/** A row that two parts of one table share was read once. */
function rowsRead({ events, rows }: StagingRecord, chronology: readonly ChronologyTable[]): number {
  const all = events.flatMap((event) => event.rows);
  if (new Set(chronology.map((found) => found.table.ref)).size === chronology.length) return all.length;
  return new Set(all.map((index) => `${rows[index]!.row} ${rows[index]!.table}`)).size;
}

/** Parts of one table share the columns of one name. */
function onceEach(columns: readonly StagedColumn[]): StagedColumn[] {
  const out = new Map<string, StagedColumn>();
  for (const column of columns) {
    const place = ownColumn(column.table, column.name);
    const known = out.get(place);
    if (!known) out.set(place, column);
    else if (known.samples.length < SAMPLES)
      out.set(place, { ...known, samples: [...new Set([...known.samples, ...column.samples])].slice(0, SAMPLES) });
  }
  return [...out.values()];
}

function find(raw: RawReturn, context: StageContext): Found {
  const found = findChronology(raw.tables, context);
  if (found.chronology.some((table) => table.body.length > 0)) return found;
  for (const written of inLines(raw)) {
    const { chronology } = findChronology([written], context);
    const others = raw.tables.filter((table) => table.ref !== written.ref);
    if (chronology.length > 0) return { chronology, others, candidates: [] };
  }
  return found;
}

function checkGiven(chronology: readonly ChronologyTable[], given: ColumnMapping | undefined): void {
  if (!given || chronology.length === 0) return;
  const names = new Set(chronology.flatMap((found) => found.columns.map((column) => column.name)));
  const places = new Set(chronology.flatMap((found) => found.columns.map(({ name }) => ownColumn(found.table.ref, name))));
  const missing = Object.keys(given).filter((name) => !names.has(name) && !places.has(name));
  if (missing.length > 0) {
    throw new AppError('badMapping', {
      why: `there is no column ${missing.map((name) => `“${name}”`).join(', ')}; its columns are ${[...names].map((name) => `“${name}”`).join(', ')}`,
    });
  }
}

/** The bare statement, or a short one that begins with it: "Nil return – not known to this agency". */
function statesNothing(text: string): boolean {
  const isDenial = text.length <= 200 && /^\W*(?:nil|no|none|not|never|nothing|unknown|we (?:have|hold|had))\b/i.test(text);
  return statesNoContact(text) || (isDenial && saysNilReturn(text));
}

/** Every row says that there was nothing, and none says when: that is a nil return in the form of a table. */
function isNilThroughout(record: StagingRecord): boolean {
  return (
    record.events.length > 0 &&
    record.events.every((event) => event.date.precision === 'unknown' && statesNothing(event.description))
  );
}

function reportNothing(raw: RawReturn, chronology: readonly ChronologyTable[], record: StagingRecord): void {
  const nil =
    raw.paragraphs.find((paragraph) => saysNilReturn(paragraph.text))?.text ??
    raw.tables
      .flatMap((table) => table.rows)
      .map(nonBlank)
      .flatMap((cells) => (isExample(cells[0]?.text ?? '') ? [] : cells))
      .find((cell) => saysNilReturn(cell.text))?.text;
  if (nil !== undefined) {
    record.report(
      'notice',
      'nilReturn',
      `A nil return: the agency states that it has nothing to send: ${quoted(nil)}. No entries were read.`,
    );
  } else if (isStruckOut(raw)) {
    record.report(
      'warning',
      'allStruckOut',
      'What stood in this return is struck out by tracked changes, so no entries were read. Ask the agency whether it means to withdraw them.',
    );
  } else if (chronology.length > 0) {
    record.report(
      'warning',
      'emptyTemplate',
      'The table has headings and no entries: an empty template. Ask the agency whether it has nothing to send.',
    );
  } else if (raw.tables.every(isEmptyTable) && raw.paragraphs.length === 0) {
    record.report('warning', 'emptyFile', 'The file is empty. Ask the agency to send its chronology again.');
  } else {
    record.report(
      'warning',
      'noChronology',
      'No chronology was found: no table with dates and what happened. Open the file to see what it is.',
    );
  }
}

/** Rows that are struck out, or of which nothing is left once the tracked changes are accepted. */
function isStruckOut({ tables }: RawReturn): boolean {
  return tables.some(({ rows }) =>
    rows.some(
      (row) =>
        row.deleted ||
        (nonBlank(row).length === 0 && row.cells.some((cell) => cell.marks?.some(({ code }) => code === 'trackedChange'))),
    ),
  );
}

function reportAbove(found: ChronologyTable, record: StagingRecord): void {
  reportRows(found.table, found.above, record);
}

/** Tracked, hidden or commented matter outside the chronology: where it stands, for whoever wants to look. */
function reportRows(table: RawTable, rows: readonly RawTableRow[], record: StagingRecord): void {
  for (const row of rows) {
    for (const mark of [...(row.marks ?? []), ...row.cells.flatMap((cell) => cell.marks ?? [])]) {
      if (mark.code !== 'picture') record.report(mark.severity, mark.code, mark.message, { table: table.ref, row: row.row });
    }
  }
}

function reportParagraphs(raw: RawReturn, record: StagingRecord): void {
  for (const { row, marks } of raw.paragraphs) {
    for (const mark of marks ?? []) {
      if (mark.code !== 'picture') record.report(mark.severity, mark.code, mark.message, { table: 0, row });
    }
  }
}

function reportOthers(others: readonly RawTable[], hasChronology: boolean, record: StagingRecord): void {
  for (const table of others) {
    reportRows(table, table.rows, record);
    if (!hasChronology || isEmptyTable(table)) continue;
    const first = nonBlank(table.rows.find((row) => nonBlank(row).length > 0)!).map((cell) => cell.text.trim());
    record.report(
      'notice',
      'tableNotRead',
      `This ${typeof table.ref === 'string' ? 'sheet' : 'table'} was not read as part of the chronology. It begins: ${quoted(first.join(' | '))}.`,
      {
        table: table.ref,
      },
    );
  }
}

/** Dated paragraphs beside a table that was read: perhaps another chronology, at least to be looked at. */
function reportUnreadParagraphs(raw: RawReturn, chronology: readonly ChronologyTable[], record: StagingRecord): void {
  if (chronology.some((found) => found.table.ref === 0)) return;
  const written = paragraphTable(raw.paragraphs);
  // A date over a table is read with it.
  const over = new Set(chronology.flatMap(({ table }) => table.before.findLast((text) => text.trim() !== '') ?? []));
  const dated =
    written?.rows.filter((row) => row.cells.length > 1 && looksLikeDate(row.cells[0]!.text) && !over.has(row.cells[0]!.text)) ??
    [];
  if (dated.length < 2) return;
  const message = `${dated.length} paragraphs outside the tables begin with a date and were not read. Look whether they belong to the chronology.`;
  record.report('notice', 'paragraphsNotRead', message, { table: 0, row: dated[0]!.row });
}

const SAMPLES = 5;

function stagedColumns(found: ChronologyTable): StagedColumn[] {
  return found.columns.map(({ name, field, because }, index) => {
    const samples: string[] = [];
    for (const row of found.body) {
      const text = row.texts[index]?.trim() ?? '';
      if (text !== '' && row.banner === null && !samples.includes(text)) samples.push(text.slice(0, 200));
      if (samples.length === SAMPLES) break;
    }
    return { table: found.table.ref, name, field, because, samples };
  });
}
