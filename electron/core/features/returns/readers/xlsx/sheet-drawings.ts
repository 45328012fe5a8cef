import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import type { RawMark } from '../reader.ts';
import { columnLetters } from './cell-ref.ts';
import type { PlacedMark } from './hang-marks.ts';
import { isOn } from './workbook.ts';
import type { WorkbookPackage } from './workbook-package.ts';

/** More than these are counted and not named one by one. */
const MOST = 200;
const LONGEST = 4_000;

/** What lies over the cells of a sheet: pictures, charts and embedded files cannot be read, the words of a text box can. */
export function readSheetDrawings(file: WorkbookPackage, sheet: string): PlacedMark[] {
  const out: PlacedMark[] = [];
  const links = file.links(sheet);
  for (const link of links) if (link.kind === 'drawing' && file.has(link.part)) readDrawing(file.scanner(link.part), out);
  const embedded = new Set(links.filter(({ kind }) => kind === 'oleobject' || kind === 'package').map(({ part }) => part)).size;
  if (embedded > 0) {
    const what = embedded === 1 ? 'Another document is embedded' : `${embedded} other documents are embedded`;
    const message = `${what} in this sheet and ${embedded === 1 ? 'was' : 'were'} not read.`;
    out.push({ row: null, mark: { severity: 'warning', code: 'embeddedDocument', message } });
  }
  return out;
}

function readDrawing(xml: XmlScanner, out: PlacedMark[]): void {
  let more = 0;
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    // What an older program shows in place of what was chosen above it.
    if (xml.name === 'mc:Fallback') xml.skip();
    if (!/^xdr:(?:twoCell|oneCell|absolute)Anchor$/.test(xml.name)) continue;
    const { row, column, pictures, charts, texts } = readAnchor(xml);
    const place = row < 0 ? 'on this sheet' : `at cell ${columnLetters(Math.max(0, column))}${row + 1}`;
    const put = (code: string, message: string): void => {
      if (out.length >= MOST) more++;
      else out.push({ row: row < 0 ? null : row + 1, mark: notice(code, message) });
    };
    if (pictures > 0) put('picture', `A picture stands ${place}. What it shows cannot be read.`);
    if (charts > 0) put('picture', `A chart or drawing stands ${place} and was not read.`);
    for (const text of texts)
      put('textBox', `A text box stands ${place}. It was left out of the entries: “${text.slice(0, LONGEST)}”.`);
  }
  if (more > 0) out.push({ row: null, mark: notice('picture', `${more} more pictures or text boxes stand on this sheet.`) });
}

type Anchor = { row: number; column: number; pictures: number; charts: number; texts: string[] };

/** At an anchor just opened, to its end. */
function readAnchor(xml: XmlScanner): Anchor {
  const out: Anchor = { row: -1, column: -1, pictures: 0, charts: 0, texts: [] };
  const from = xml.depth;
  let corner = 0;
  let isHidden = false;
  let into: 'row' | 'column' | null = null;
  for (;;) {
    const token = xml.next();
    if (token === XML_CLOSE) {
      into = null;
      if (xml.depth === from) return out;
      if (xml.depth === corner) corner = 0;
    } else if (token === XML_TEXT) {
      if (into !== null && /^\s*\d{1,7}\s*$/.test(xml.text)) out[into] = Number(xml.text);
    }
    // As above: the same shape once more, for an older program; it would be told twice.
    else if (xml.name === 'mc:Fallback') xml.skip();
    // Buttons and boxes to tick have a shape that does not show.
    else if (xml.name === 'xdr:cNvPr' && isOn(xml.attribute('hidden'))) isHidden = true;
    else if (xml.name === 'xdr:from') corner = xml.depth;
    else if (corner > 0 && xml.name === 'xdr:row') into = 'row';
    else if (corner > 0 && xml.name === 'xdr:col') into = 'column';
    else if (xml.name === 'xdr:pic') {
      out.pictures++;
      // It is counted; its inside is how it is drawn, and holds no text.
      xml.skip();
    } else if (xml.name === 'xdr:graphicFrame') {
      out.charts++;
      // It is counted; its words stand in a part of its own, which the notice says was not read.
      xml.skip();
    } else if (xml.name === 'xdr:txBody') {
      const text = readBody(xml);
      if (text !== '' && !isHidden) out.texts.push(text);
    }
  }
}

/** The words of a text body, paragraphs one below another. */
function readBody(xml: XmlScanner): string {
  const from = xml.depth;
  let text = '';
  let inText = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_TEXT) {
      if (inText) text += xml.text;
    } else if (token === XML_OPEN) {
      if (xml.name === 'a:t') inText = true;
      else if (xml.name === 'a:br') text += '\n';
      else if (xml.name === 'a:p' && text !== '') text += '\n';
    } else if (token === XML_CLOSE) {
      if (xml.name === 'a:t') inText = false;
      if (xml.depth === from) return text.replace(/\s+/g, ' ').trim();
    }
  }
}

function notice(code: string, message: string): RawMark {
  return { severity: 'notice', code, message };
}
