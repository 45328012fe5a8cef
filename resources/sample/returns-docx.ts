import { strToU8, type Zippable, zipSync } from 'fflate';
import type { SampleReturn } from './returns/sample-return.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Fixed, so that the same return is the same bytes wherever it is written. */
const ZIP_TIME = new Date(2026, 0, 5, 9, 0, 0);

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const PACKAGE_RELS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_RELS = `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`;

const STYLES = `${HEAD}<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style></w:styles>`;

/** Words that Word's checker does not know stand in runs of their own: names are split, as they are in real returns. */
const UNKNOWN_WORD = /(Wójcik|Wojcik|WOJCIK|Oyelaran|Kelderby|Tanpit|Łukasz|Mairéad|Llŷr|Eyres|Ayres)/;

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function textRun(text: string, bold: boolean, tag: 'w:t' | 'w:delText'): string {
  const props = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  const lines = text.split('\n').map((line) => `<${tag} xml:space="preserve">${escape(line)}</${tag}>`);
  return `<w:r>${props}${lines.join('<w:br/>')}</w:r>`;
}

function runs(text: string, bold: boolean): string {
  return text
    .split(UNKNOWN_WORD)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const run = textRun(piece, bold, 'w:t');
      return UNKNOWN_WORD.test(piece) ? `<w:proofErr w:type="spellStart"/>${run}<w:proofErr w:type="spellEnd"/>` : run;
    })
    .join('');
}

/** A cell's text with `[-…-]` and `[+…+]` as real tracked changes. */
function cellRuns(cell: string, bold: boolean): string {
  let id = 100;
  const by = 'w:author="Business support" w:date="2026-06-10T14:12:00Z"';
  return cell
    .split(/(\[-.*?-\]|\[\+.*?\+\])/)
    .map((piece) => {
      if (piece.startsWith('[-')) return `<w:del w:id="${++id}" ${by}>${textRun(piece.slice(2, -2), bold, 'w:delText')}</w:del>`;
      if (piece.startsWith('[+')) return `<w:ins w:id="${++id}" ${by}>${runs(piece.slice(2, -2), bold)}</w:ins>`;
      return runs(piece, bold);
    })
    .join('');
}

function paragraph(text: string, style?: string): string {
  const props = style === undefined ? '<w:pPr><w:spacing w:after="120"/></w:pPr>' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${props}${runs(text, false)}</w:p>`;
}

function tableRow(cells: readonly string[], widths: readonly number[], kind: 'header' | 'typedHeader' | 'entry'): string {
  const props = kind === 'header' ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
  const bold = kind !== 'entry';
  const tcs = cells.map(
    (cell, at) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 1000}" w:type="dxa"/></w:tcPr><w:p>${cellRuns(cell, bold)}</w:p></w:tc>`,
  );
  return `<w:tr>${props}${tcs.join('')}</w:tr>`;
}

/** Columns get room for what they hold, and no word of a narrow column is broken. */
function columnWidths(sample: SampleReturn, total: number): number[] {
  const columns = sample.columns.map((name, at) => {
    const cells = sample.tables.flatMap((table) =>
      table.lines.flatMap((line) => (line.kind === 'entry' ? [line.cells[at] ?? ''] : [])),
    );
    const words = [name, ...cells].flatMap((cell) => cell.split(/\s+/)).map((word) => word.length);
    const mean = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    return { least: Math.min(16, Math.max(...words)) * 125 + 180, weight: mean };
  });
  const spare = total - columns.reduce((sum, { least }) => sum + least, 0);
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ least, weight }) => Math.floor(least + (spare * weight) / weights));
}

function body(sample: SampleReturn): string {
  const landscape = sample.code !== 'HG';
  const width = landscape ? 14000 : 9200;
  const widths = columnWidths(sample, width);
  const grid = `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`;
  const parts = sample.preface.map((text) => paragraph(text));
  for (const table of sample.tables) {
    if (sample.code !== 'HG') parts.push(paragraph(table.name, 'Heading1'));
    const rows = [tableRow(sample.columns, widths, 'header')];
    for (const line of table.lines) {
      if (line.kind === 'entry') rows.push(tableRow(line.cells, widths, 'entry'));
      if (line.kind === 'header') rows.push(tableRow(sample.columns, widths, 'typedHeader'));
    }
    parts.push(
      `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join('')}</w:tbl>`,
      '<w:p/>',
    );
  }
  parts.push(...sample.notes.map((text) => paragraph(text)));
  const size = landscape ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>';
  const margins =
    '<w:pgMar w:top="1134" w:right="1300" w:bottom="1134" w:left="1300" w:header="600" w:footer="600" w:gutter="0"/>';
  return `${parts.join('')}<w:sectPr>${size}${margins}</w:sectPr>`;
}

/** A return as the Word file that the agency sent. */
export function returnAsDocx(sample: SampleReturn): Uint8Array {
  const core = `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>${escape(sample.agency)}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${sample.received}T09:00:00Z</dcterms:created></cp:coreProperties>`;
  const document = `${HEAD}<w:document xmlns:w="${W}"><w:body>${body(sample)}</w:body></w:document>`;
  const files: Zippable = {
    '[Content_Types].xml': strToU8(CONTENT_TYPES),
    '_rels/.rels': strToU8(PACKAGE_RELS),
    'word/document.xml': strToU8(document),
    'word/_rels/document.xml.rels': strToU8(DOCUMENT_RELS),
    'word/styles.xml': strToU8(STYLES),
    'docProps/core.xml': strToU8(core),
  };
  return zipSync(files, { level: 6, mtime: ZIP_TIME });
}
