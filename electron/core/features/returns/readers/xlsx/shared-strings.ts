import { XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReadLimits } from '../limits.ts';
import { readRichText } from './rich-text.ts';

/** The texts that cells refer to by number. What the part says of their count is not believed. */
export function readSharedStrings(xml: XmlScanner, limits: ReadLimits): string[] {
  const out: string[] = [];
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    if (xml.name === 'si') {
      if (out.length >= limits.maxCells) throw new AppError('hostileFile', { why: 'it holds far more texts than cells' });
      out.push(readRichText(xml));
      // Extensions hold no text that a cell points to.
    } else if (xml.name === 'extLst') xml.skip();
  }
  return out;
}
