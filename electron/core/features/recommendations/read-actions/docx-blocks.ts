import { OOXML_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import { openZip, type ZipArchive } from '#core/formats/open-zip.ts';
import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXml } from '#core/formats/xml-text.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { type Block, type Cell, type Paragraph, paragraph, type Table, tidy } from './blocks.ts';
import { type Numbering, readNumbering } from './docx-numbering.ts';
import { readStyles, type Style } from './docx-styles.ts';

const MAX_DEPTH = 300;
const WANTED = 'a Word document (.docx), an Excel workbook (.xlsx), CSV or text';
type Context = { numbering: Numbering; style: (id: string) => Style };

/** Paragraphs and tables of a Word file in its final view, with the numbers that Word would show. */
export function docxBlocks(bytes: Uint8Array): Block[] {
  const zip = openZip(bytes);
  const names = zip.names.map((n) => n.toLowerCase());
  if (names.some((n) => n.endsWith('vbaproject.bin') || n.endsWith('vbadata.xml'))) {
    throw new AppError('macroFile', { agency: 'its sender', wanted: 'a plain Word document (.docx)' });
  }
  if (names.includes('encryptedpackage')) throw new AppError('encryptedFile', { agency: 'its sender' });
  const document = mainPart(zip);
  const scan = (part: string): XmlScanner | null =>
    zip.has(part) ? new XmlScanner(decodeXml(zip.read(part)), { namespaces: OOXML_NAMESPACES, maxDepth: MAX_DEPTH }) : null;
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const context = { numbering: readNumbering(scan(`${folder}numbering.xml`)), style: readStyles(scan(`${folder}styles.xml`)) };
  const xml = scan(document)!;
  const out: Block[] = [];
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token === XML_OPEN) readBlock(xml, context, out);
  }
  return out.filter((b) => b.kind === 'table' || b.text !== '');
}

function mainPart(zip: ZipArchive): string {
  if (zip.has('_rels/.rels')) {
    const xml = new XmlScanner(decodeXml(zip.read('_rels/.rels')), { namespaces: OOXML_NAMESPACES, maxDepth: 20 });
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token !== XML_OPEN || !xml.attribute('Type')?.endsWith('/officeDocument')) continue;
      const target = (xml.attribute('Target') ?? '').replace(/^\//, '');
      if (zip.has(target) && target.endsWith('.xml') && !target.startsWith('xl/') && !target.startsWith('ppt/')) return target;
      throw new AppError('unsupportedFile', { kind: 'this kind of Office file', agency: 'its sender', wanted: WANTED });
    }
  }
  if (zip.has('word/document.xml')) return 'word/document.xml';
  throw new AppError('unsupportedFile', { kind: 'this kind of file', agency: 'its sender', wanted: WANTED });
}

/** At an element just opened: a paragraph, a table, or something to look into. */
function readBlock(xml: XmlScanner, context: Context, out: Block[]): void {
  if (xml.name === 'w:p') readParagraph(xml, context, out);
  else if (xml.name === 'w:tbl') out.push(readTable(xml, context));
  else if (/^(?:mc:Fallback|w:del|w:moveFrom|w:sectPr|w:sdtPr)$/.test(xml.name)) xml.skip();
}

type Properties = { style: Style | null; numId: string | null; level: number | null; outline: number | null; hidden: boolean };

function readParagraph(xml: XmlScanner, context: Context, out: Block[]): void {
  const base = xml.depth;
  let properties: Properties = { style: null, numId: null, level: null, outline: null, hidden: false };
  let text = '';
  let bold = true;
  let inText = false;
  const inside: Block[] = [];
  const run = { hidden: false, bold: false };
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) break;
    if (token === XML_TEXT) {
      if (!inText || run.hidden) continue;
      text += xml.text.replace(/\s*\n\s*/g, ' ');
      if (!run.bold && xml.text.trim() !== '') bold = false;
    } else if (token === XML_CLOSE) {
      if (xml.name === 'w:t') inText = false;
    } else {
      switch (xml.name) {
        case 'w:pPr':
          properties = readProperties(xml, context);
          break;
        case 'w:r':
          run.hidden = false;
          run.bold = false;
          break;
        case 'w:rPr':
          readRun(xml, run);
          break;
        case 'w:t':
          inText = true;
          break;
        case 'w:tab':
          text += '\t';
          break;
        case 'w:br':
          if (!/page|column/.test(xml.attribute('w:type') ?? '')) text += '\n';
          break;
        case 'w:cr':
          text += '\n';
          break;
        case 'w:noBreakHyphen':
          text += '-';
          break;
        case 'w:txbxContent':
          readInside(xml, context, inside);
          break;
        case 'w:del':
        case 'w:moveFrom':
        case 'mc:Fallback':
        case 'w:instrText':
        case 'w:delText':
        case 'w:rt':
        case 'w:sdtPr':
          xml.skip();
          break;
      }
    }
  }
  out.push(...linesOf(text, bold, properties, context), ...inside);
}

function readInside(xml: XmlScanner, context: Context, out: Block[]): void {
  const base = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) return;
    if (token === XML_OPEN) readBlock(xml, context, out);
  }
}

function linesOf(raw: string, bold: boolean, p: Properties, context: Context): Paragraph[] {
  const text = tidy(raw);
  if (p.hidden || p.style?.contents) return [];
  const numId = p.numId ?? p.style?.numId ?? null;
  const level = p.level ?? p.style?.level ?? 0;
  const label = numId === null ? null : context.numbering.label(numId, level);
  // an empty paragraph counts in its list all the same; in a table its number is the cell's whole content
  if (text.trim() === '') return label && label.text !== '' ? [paragraph('', { label: label.text })] : [];
  const heading = p.outline !== null && p.outline < 9 ? p.outline + 1 : (p.style?.heading ?? null);
  const lines = text
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');
  return lines.map((line, i) =>
    paragraph(line, {
      label: i === 0 && label && !label.bullet && label.text !== '' ? label.text : null,
      bullet: i === 0 && (label?.bullet ?? p.style?.bullet ?? false),
      level,
      heading,
      bold,
      soft: i > 0,
    }),
  );
}

function readProperties(xml: XmlScanner, context: Context): Properties {
  const out: Properties = { style: null, numId: null, level: null, outline: null, hidden: false };
  const base = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) return out;
    if (token !== XML_OPEN) continue;
    const value = xml.attribute('w:val');
    if (xml.name === 'w:pStyle' && value) out.style = context.style(value);
    else if (xml.name === 'w:numId') out.numId = value ?? null;
    else if (xml.name === 'w:ilvl') out.level = Number(value ?? 0);
    else if (xml.name === 'w:outlineLvl') out.outline = Number(value ?? 9);
    else if (xml.name === 'w:pPrChange' || xml.name === 'w:rPrChange') xml.skip();
  }
}

function readRun(xml: XmlScanner, run: { hidden: boolean; bold: boolean }): void {
  const base = xml.depth;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) return;
    if (token !== XML_OPEN) continue;
    const on = !/^(?:0|false|off)$/.test(xml.attribute('w:val') ?? '1');
    if (xml.name === 'w:vanish') run.hidden = on;
    else if (xml.name === 'w:b') run.bold = on;
    else if (xml.name === 'w:rPrChange') xml.skip();
  }
}

function readTable(xml: XmlScanner, context: Context): Table {
  const base = xml.depth;
  const rows: Cell[][] = [];
  let row: Cell[] | null = null;
  let deleted = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) return { kind: 'table', rows };
    if (token === XML_CLOSE && xml.name === 'w:tr' && row) {
      if (!deleted) rows.push(row);
      row = null;
    }
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:tr') {
      row = [];
      deleted = false;
    } else if (xml.name === 'w:tc' && row) readCell(xml, context, row, rows.at(-1));
    else if (xml.name === 'w:gridBefore' && row) {
      for (let i = 0; i < Math.min(Number(xml.attribute('w:val') ?? 0), 60); i++) row.push({ text: '', fromAbove: false });
    } else if (xml.name === 'w:del') deleted = true;
  }
}

function readCell(xml: XmlScanner, context: Context, row: Cell[], above: Cell[] | undefined): void {
  const base = xml.depth;
  const inside: Block[] = [];
  let span = 1;
  let continued = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_END || (token === XML_CLOSE && xml.depth === base)) break;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'w:gridSpan') span = Math.min(Number(xml.attribute('w:val') ?? 1) || 1, 60);
    else if (xml.name === 'w:vMerge') continued = (xml.attribute('w:val') ?? 'continue') === 'continue';
    else readBlock(xml, context, inside);
  }
  const text = continued
    ? (above?.[row.length]?.text ?? '')
    : inside
        .map(cellText)
        .filter((t) => t !== '')
        .join('\n');
  // A cell over several columns stands in the first; the others are filled, so that columns stay in line.
  row.push({ text, fromAbove: continued });
  for (let i = 1; i < span; i++) row.push({ text: '', fromAbove: continued });
}

function cellText(block: Block): string {
  if (block.kind === 'table')
    return block.rows
      .map((r) =>
        r
          .map((c) => c.text)
          .filter((t) => t !== '')
          .join(' '),
      )
      .join('\n');
  if (block.bullet) return `• ${block.text}`;
  return block.label === null ? block.text : `${block.label} ${block.text}`.trim();
}
