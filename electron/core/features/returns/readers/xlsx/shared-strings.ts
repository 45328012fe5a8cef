import { XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReadLimits } from '../limits.ts';
import { readRichText } from './rich-text.ts';

/** The texts that cells refer to by number. What the part says of their count is not believed. */
export function readSharedStrings(xml: XmlScanner, limits: ReadLimits): string[] {
  const out: string[] = [];
  let isPlain = false;
  for (;;) {
    if (isPlain) plainTexts(xml, out, limits.maxCells);
    const token = xml.next();
    if (token === XML_END) return out;
    if (token !== XML_OPEN) continue;
    if (xml.name === 'sst') isPlain = xml.isUnprefixed;
    else if (xml.name === 'si') {
      if (out.length >= limits.maxCells) throw new AppError('hostileFile', { why: 'it holds far more texts than cells' });
      out.push(readRichText(xml));
      // Extensions hold no text that a cell points to.
    } else if (xml.name === 'extLst') xml.skip();
  }
}

/** Entities, line ends of two, and letters written as their number are not for reading by hand. */
const NOT_PLAIN = /[&\r]|_x/i;

/** Plain texts from here on, as many as there are, straight from the letters: nearly every one is `<si><t>…</t></si>`. */
function plainTexts(xml: XmlScanner, out: string[], most: number): void {
  let { at } = xml;
  if (at < 0) return;
  const source = xml.letters;
  while (out.length < most && source.startsWith('<si><t', at)) {
    let from = at + 6;
    if (source.charCodeAt(from) === 0x3e) from++;
    else if (source.startsWith(' xml:space="preserve">', from)) from += 22;
    else break;
    const to = source.indexOf('<', from);
    if (to <= from || !source.startsWith('</t></si>', to)) break;
    const text = source.slice(from, to);
    if (NOT_PLAIN.test(text)) break;
    out.push(text);
    at = to + 9;
  }
  xml.passTo(at);
}
