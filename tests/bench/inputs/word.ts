import { strToU8, zipSync } from 'fflate';
import { COLUMNS, entries } from './entries.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A return as Word saves it: properties on cells and runs, revision ids, words split into several runs. */
export function wordReturn(rows: number): Uint8Array {
  const run = (text: string): string =>
    `<w:r w:rsidRPr="00A41B2C"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
  const runs = (text: string): string => (text.length < 60 ? run(text) : run(text.slice(0, 41)) + run(text.slice(41)));
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:shd w:val="clear" w:color="auto" w:fill="auto"/></w:tcPr><w:p w:rsidR="00A41B2C" w:rsidRDefault="00B52D3E"><w:pPr><w:spacing w:after="60"/><w:rPr><w:sz w:val="20"/></w:rPr></w:pPr>${text === '' ? '' : runs(text)}</w:p></w:tc>`;
  const row = (cells: readonly string[]): string =>
    `<w:tr w:rsidR="00A41B2C" w:rsidTr="00C63F4A"><w:trPr><w:cantSplit/></w:trPr>${cells.map(cell).join('')}</w:tr>`;
  const body = [
    `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Chronology of agency involvement')}</w:p>`,
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(COLUMNS.length)}</w:tblGrid>`,
    row(COLUMNS),
    ...entries(rows, 11).map((entry) => row(entry.cells)),
    '</w:tbl><w:p/><w:sectPr/>',
  ].join('');
  const xml = (inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${inner}`);
  return zipSync({
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': xml(`<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body}</w:body></w:document>`),
  });
}

export function csvReturn(rows: number): Uint8Array {
  const quote = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [COLUMNS, ...entries(rows, 12).map((entry) => entry.cells)].map((cells) => cells.map(quote).join(','));
  return strToU8(`${lines.join('\r\n')}\r\n`);
}
