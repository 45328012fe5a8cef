import { openZip } from '#core/formats/open-zip.ts';
import { XML_END, XML_OPEN } from '#core/formats/xml-scanner.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { ReadCounter, type ReadLimits } from '../limits.ts';
import type { RawMark, RawReturn, RawTable, RawTableRow, ReturnReader } from '../reader.ts';
import { type Area, areaOf } from './cell-ref.ts';
import { hangMarks } from './hang-marks.ts';
import { type NumberFormat, readNumberFormats } from './number-formats.ts';
import { readSheet, type SheetCells, type SheetContext } from './read-sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { commentMarks, readSheetComments } from './sheet-comments.ts';
import { readSheetDrawings } from './sheet-drawings.ts';
import { sheetTable } from './sheet-table.ts';
import { readWorkbook, type SheetEntry, type Workbook } from './workbook.ts';
import { isWorkbook, openWorkbookPackage, WORKBOOK_WANTED, type WorkbookPackage } from './workbook-package.ts';

/** Excel workbooks: each sheet is a table, its cells as they show. */
export const xlsxReader: ReturnReader = {
  format: 'xlsx',
  accepts: (_name, head, bytes) => head[0] === 0x50 && head[1] === 0x4b && isWorkbook(openZip(bytes)),
  read: (bytes, { limits }) => readXlsx(bytes, limits),
};

/** What other kinds of sheet are called. */
const OTHER_SHEETS: Readonly<Record<string, string>> = {
  chartsheet: 'a chart',
  dialogsheet: 'a dialogue',
  xlmacrosheet: 'macros',
  xlintlmacrosheet: 'macros',
};

export function readXlsx(bytes: Uint8Array, limits: ReadLimits): RawReturn {
  const file = openWorkbookPackage(openZip(bytes, { maxPartBytes: limits.maxSheetBytes }), limits.maxDepth);
  const workbook = readWorkbook(file);
  const counter = new ReadCounter(limits);
  const part = (kind: string): string | undefined =>
    file.links(file.workbook).find((link) => link.kind === kind && file.has(link.part))?.part;
  const [styles, strings] = [part('styles'), part('sharedstrings')];
  const context: SheetContext = {
    formats: styles === undefined ? [] : (readNumberFormats(file.scanner(styles)) satisfies NumberFormat[]),
    strings: strings === undefined ? [] : readSharedStrings(file.scanner(strings), limits),
    is1904: workbook.is1904,
    counter,
  };
  const marks: RawMark[] = [];
  const tables: RawTable[] = [];
  const sums = { formulas: 0, day: 0, year: 0 };
  if (workbook.sheets.length === 0)
    throw new AppError('unreadableFile', { why: 'it has no sheets inside', wanted: WORKBOOK_WANTED });
  if (workbook.sheets.length > limits.maxTables) counter.cell(Number.POSITIVE_INFINITY);
  for (const sheet of workbook.sheets) {
    const other = OTHER_SHEETS[sheet.kind];
    if (other !== undefined || sheet.part === null) marks.push(notRead(sheet, other));
    else tables.push(readTable(file, { sheet, part: sheet.part, context, limits, sums }));
  }
  return { format: 'xlsx', tables, paragraphs: [], marks: [...marks, ...workbookMarks(workbook, sums)] };
}

type SheetJob = {
  sheet: SheetEntry;
  part: string;
  context: SheetContext;
  limits: ReadLimits;
  sums: { formulas: number; day: number; year: number };
};

function readTable(file: WorkbookPackage, { sheet, part, context, limits, sums }: SheetJob): RawTable {
  const cells = readSheet(file.scanner(part), context);
  sums.formulas += cells.formulas;
  sums.day += cells.unseen.day;
  sums.year += cells.unseen.year;
  const { rows, hidden, marks } = sheetTable(cells, headerRows(file, part, cells), limits);
  const placed = hangMarks(rows, [...commentMarks(readSheetComments(file, part)), ...readSheetDrawings(file, part)]);
  const all = [...hiddenSheet(sheet), ...marks, ...placed];
  return {
    ref: sheet.name,
    rows,
    before: [],
    ...(hidden.size > 0 ? { hidden } : {}),
    ...(isPivot(file, part, rows) ? { summary: true } : {}),
    ...(all.length > 0 ? { marks: all } : {}),
  };
}

/** Rows that the file itself marks as headers: the first of a table and of a filter. */
function headerRows(file: WorkbookPackage, part: string, { filter }: SheetCells): Set<number> {
  const out = new Set<number>();
  if (filter) out.add(filter.from.row);
  for (const link of file.links(part)) {
    if (link.kind !== 'table' || !file.has(link.part)) continue;
    const xml = file.scanner(link.part);
    if (xml.next() !== XML_OPEN || xml.attribute('headerRowCount') === '0') continue;
    const area: Area | null = areaOf(xml.attribute('ref') ?? '');
    if (area) out.add(area.from.row);
  }
  return out;
}

/** A sheet that is little else than a pivot table: it says again, summed up, what another sheet tells. */
function isPivot(file: WorkbookPackage, part: string, rows: readonly RawTableRow[]): boolean {
  let inside = 0;
  for (const link of file.links(part)) {
    if (link.kind !== 'pivottable' || !file.has(link.part)) continue;
    const xml = file.scanner(link.part);
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token !== XML_OPEN || xml.name !== 'location') continue;
      const area = areaOf(xml.attribute('ref') ?? '');
      if (area) inside += rows.filter(({ row }) => row >= area.from.row && row <= area.to.row).length;
    }
  }
  return (inside > 0 && inside >= rows.length * 0.6) || saysPivot(rows);
}

/** By the words that Excel and its like put into every pivot table: another program may have lost the link to it. */
function saysPivot(rows: readonly RawTableRow[]): boolean {
  const says = (some: readonly RawTableRow[], words: RegExp): boolean =>
    some.some(({ cells }) => cells.some(({ text }) => text.length < 80 && words.test(text.trim())));
  const head = rows.slice(0, 8);
  if (says(head, /^(?:row|column) labels$/i)) return true;
  return (
    says(head, /^(?:count|sum|average|min|max|number) (?:of|-) \S/i) && says(rows.slice(-3), /^(?:grand )?total(?: result)?$/i)
  );
}

function hiddenSheet({ state }: SheetEntry): RawMark[] {
  if (state === 'visible') return [];
  const how = state === 'hidden' ? 'hidden in the file' : 'hidden in the file so that Excel does not offer to show it';
  return [{ severity: 'notice', code: 'hiddenSheet', message: `This sheet is ${how}. It was read.` }];
}

function notRead({ name }: SheetEntry, other: string | undefined): RawMark {
  const message =
    other === undefined
      ? `The sheet “${name}” is missing in the file and could not be read. Ask the agency to save the workbook again.`
      : `The sheet “${name}” holds ${other} and was not read.`;
  return { severity: other === undefined ? 'warning' : 'notice', code: 'sheetNotRead', message };
}

function workbookMarks({ isUncalculated }: Workbook, sums: SheetJob['sums']): RawMark[] {
  const out: RawMark[] = [];
  const say = (severity: RawMark['severity'], code: string, message: string): void => void out.push({ severity, code, message });
  const cells = (n: number, verb: string): string => (n === 1 ? `One cell ${verb}s` : `${n} cells ${verb}`);
  if (isUncalculated && sums.formulas > 0) {
    const what = `${cells(sums.formulas, 'hold')} a formula, and the program that wrote the workbook left it to Excel to work them out.`;
    say(
      'warning',
      'uncalculated',
      `${what} Compare them with the file, or ask the agency to open it, save it and send it again.`,
    );
  }
  if (sums.year > 0) {
    say(
      'notice',
      'yearNotShown',
      `${cells(sums.year, 'show')} a date without its year. The year that the workbook holds was taken.`,
    );
  }
  if (sums.day > 0) {
    say(
      'notice',
      'dayNotShown',
      `${cells(sums.day, 'show')} a month or a year only, though the workbook holds a day. What shows was taken.`,
    );
  }
  return out;
}
