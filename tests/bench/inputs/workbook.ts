import { dayNumber } from '#shared/kernel/clock.ts';
import { strToU8, zipSync } from 'fflate';
import { COLUMNS, entries } from './entries.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const xml = (inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${inner}`);
/** Day 0 of the 1900 system. */
const EPOCH = -25_569;

/** A return as Excel saves it: texts shared, days and times as numbers with a format, row spans, a style on every cell. */
export function workbookReturn(rows: number): Uint8Array {
  const texts = new Map<string, number>();
  let uses = 0;
  const shared = (text: string): number => {
    uses++;
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, texts.size);
    return texts.size - 1;
  };
  const cell = (row: number, column: number, text: string, day: string): string => {
    const ref = `${String.fromCharCode(65 + column)}${row}`;
    if (text === '') return `<c r="${ref}" s="3"/>`;
    if (column === 0 && row > 1) return `<c r="${ref}" s="1"><v>${dayNumber(day) - EPOCH}</v></c>`;
    const clock = column === 1 ? /^(\d\d):(\d\d)$/.exec(text) : null;
    if (clock) return `<c r="${ref}" s="2"><v>${(Number(clock[1]) * 60 + Number(clock[2])) / 1_440}</v></c>`;
    return `<c r="${ref}" s="3" t="s"><v>${shared(text)}</v></c>`;
  };
  const row = (at: number, cells: readonly string[], day: string): string =>
    `<row r="${at}" spans="1:${COLUMNS.length}" ht="30" x14ac:dyDescent="0.25">${cells.map((text, column) => cell(at, column, text, day)).join('')}</row>`;
  const body = [row(1, COLUMNS, ''), ...entries(rows, 13).map(({ cells, day }, i) => row(i + 2, cells, day))].join('');
  const link = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${R}/${kind}" Target="${target}"/>`;
  const links = (inner: string): Uint8Array =>
    xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`);
  const part = (name: string, type: string): string => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}${part('sharedStrings', 'sharedStrings')}</Types>`,
    ),
    '_rels/.rels': links(link(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${R}"><sheets><sheet name="Chronology" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': links(
      link(1, 'worksheet', 'worksheets/sheet1.xml') +
        link(2, 'styles', 'styles.xml') +
        link(3, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': xml(
      `<styleSheet xmlns="${MAIN}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:G${rows + 1}"/><cols><col min="1" max="7" width="20" customWidth="1"/></cols><sheetData>${body}</sheetData><autoFilter ref="A1:G${rows + 1}"/></worksheet>`,
    ),
    'xl/sharedStrings.xml': xml(
      `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${texts.size}">${[...texts.keys()].map((text) => `<si><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${escape(text)}</t></si>`).join('')}</sst>`,
    ),
  });
}
