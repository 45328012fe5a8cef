import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type Cell, type CellStyle, type ColumnDef, type DataValidation, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { assert } from '#shared/kernel/assert.ts';
import { NO_DATE } from './word-package.ts';
import { printable } from './xml.ts';

export type SheetColumn = {
  header: string;
  /** In characters of the normal font, as Excel counts. */
  width: number;
  /** Shown beside a cell that somebody is about to write in. */
  hint?: string;
  /** A list to choose from. Other words may still be typed: what an agency writes is never refused by a cell. */
  choice?: readonly string[];
};
export type PaperSheet =
  | {
      name: string;
      columns: readonly SheetColumn[];
      rows: readonly (readonly (string | number)[])[];
      /** Rows below the last that are ready to be written in. */
      blankRows?: number;
    }
  | { name: string; lines: readonly { text: string; heading?: true }[] };

const EDGE = { style: 'thin', color: { rgb: 'C9C9C3' } } as const;
const LINES = { top: EDGE, right: EDGE, bottom: EDGE, left: EDGE };
const FONT = { name: 'Calibri', size: 11 };
/** As text: what begins with = + - @ stays what was written, also when somebody edits the cell. */
const WORDS: CellStyle = { font: FONT, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } };
const TEXT: CellStyle = { ...WORDS, border: LINES };
const NUMBER: CellStyle = { font: FONT, alignment: { vertical: 'top', horizontal: 'right' }, border: LINES };
const HEADER: CellStyle = {
  ...TEXT,
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9EEF4' } },
};
const HEADING: CellStyle = { ...WORDS, font: { ...FONT, size: 14, bold: true, color: { rgb: '1B3A4E' } } };
/** Excel's own limit on the text of one cell. */
const MOST_IN_CELL = 32_767;
const LINE_WIDTH = 100;

/**
 * An Excel workbook of plain values: no formula, no link, no macro, no person and no clock.
 * The same sheets give the same bytes.
 */
export async function workbook(title: string, sheets: readonly PaperSheet[], madeOn?: string): Promise<Uint8Array> {
  const day = new Date(`${madeOn ?? '1980-01-01'}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet) => ('lines' in sheet ? wordsSheet(sheet) : tableSheet(sheet))),
    properties: { title: printable(title), created: day, modified: day },
    defaultFont: FONT,
  });
  const parts = unzipSync(bytes);
  const look = parts['xl/styles.xml'];
  assert(look !== undefined && parts['docProps/app.xml'] !== undefined, 'the workbook library wrote no styles or properties');
  parts['docProps/app.xml'] = strToU8(APP);
  parts['xl/styles.xml'] = strToU8(mendStyles(strFromU8(look)));
  return zipSync(parts, { level: 6, mtime: NO_DATE, os: 0 });
}

/** The library would sign with its own name. */
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';

/** The library puts a font's colour before its size, and gives text a format of its own where Excel has one (49). */
function mendStyles(xml: string): string {
  return xml
    .replace(/(<color [^>]*\/>)(<sz [^>]*\/>)/g, '$2$1')
    .replace('<numFmts count="1"><numFmt numFmtId="164" formatCode="@"/></numFmts>', '')
    .replaceAll('numFmtId="164"', 'numFmtId="49"');
}

function tableSheet(sheet: Extract<PaperSheet, { columns: unknown }>): WriteSheet {
  const { columns } = sheet;
  const rows = [columns.map((column) => column.header), ...sheet.rows.flatMap(withinCells)];
  const last = rows.length + (sheet.blankRows ?? 0);
  while (rows.length < last) rows.push(columns.map(() => ''));
  const cells = new Map<string, Partial<Cell>>();
  for (const [r, row] of rows.entries()) {
    assert(row.length === columns.length, 'a row of the workbook with missing cells');
    for (const [c, value] of row.entries()) cells.set(`${r},${c}`, cellOf(value, r === 0 ? HEADER : TEXT));
  }
  const end = letters(columns.length - 1);
  return {
    name: sheet.name,
    columns: columns.map(({ width }): ColumnDef => ({ width })),
    rows: rows.map((row) => row.map(() => null)),
    cells,
    freezePane: { rows: 1 },
    dataValidations: validations(columns, last),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    ...(sheet.rows.length > 0 && sheet.blankRows === undefined ? { autoFilter: { range: `A1:${end}${rows.length}` } } : {}),
    a11y: { headerRow: 0 },
  };
}

function wordsSheet(sheet: Extract<PaperSheet, { lines: unknown }>): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [r, { text, heading }] of sheet.lines.entries())
    cells.set(`${r},0`, cellOf(text, heading === true ? HEADING : WORDS));
  return {
    name: sheet.name,
    columns: [{ width: LINE_WIDTH }],
    rows: sheet.lines.map(() => [null]),
    cells,
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function cellOf(value: string | number, style: CellStyle): Partial<Cell> {
  if (typeof value === 'number') return { value, style: style === TEXT ? NUMBER : style };
  const text = escapeCell(value);
  // A plain text that reads as one of Excel's errors would be written as that error: a rich one stays a text.
  return text.startsWith('#') ? { value: text, richText: [{ text }], style } : { value: text, style };
}

/** `_x0041_` stands for a letter in the format, so an underscore that looks like one is written as such a letter itself. */
const escapeCell = (text: string): string => printable(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A text longer than a cell may be goes on in the row below: nothing is cut. */
function withinCells(row: readonly (string | number)[]): (string | number)[][] {
  const pieces = row.map((value) => (typeof value === 'string' ? cut(printable(value)) : [value]));
  return Array.from({ length: Math.max(...pieces.map((list) => list.length)) }, (_, n) => pieces.map((list) => list[n] ?? ''));
}

function cut(text: string): string[] {
  if (text.length <= MOST_IN_CELL) return [text];
  // Never between the two halves of one character.
  const at = MOST_IN_CELL - (/[\uD800-\uDBFF]/.test(text.charAt(MOST_IN_CELL - 1)) ? 1 : 0);
  return [text.slice(0, at), ...cut(text.slice(at))];
}

function validations(columns: readonly SheetColumn[], last: number): DataValidation[] {
  return columns.flatMap(({ header, hint, choice }, c): DataValidation[] => {
    if (hint === undefined && choice === undefined) return [];
    // A list written into the rule is parted by commas and may be 255 letters long in all.
    const list = (choice ?? []).map((value) => value.replace(/[,"]/g, ' '));
    const listed = list.length > 0 && list.join(',').length <= 255;
    return [
      {
        type: listed ? 'list' : 'textLength',
        range: `${letters(c)}2:${letters(c)}${Math.max(2, last)}`,
        allowBlank: true,
        showErrorMessage: false,
        ...(listed ? { values: list } : { operator: 'lessThanOrEqual', formula1: String(MOST_IN_CELL) }),
        ...(hint === undefined
          ? {}
          : { showInputMessage: true, inputTitle: header.slice(0, 32), inputMessage: hint.slice(0, 255) }),
      },
    ];
  });
}

function letters(column: number): string {
  const head = Math.floor(column / 26);
  return `${head > 0 ? String.fromCharCode(64 + head) : ''}${String.fromCharCode(65 + (column % 26))}`;
}
