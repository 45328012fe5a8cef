import { XML_CLOSE, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';

/** Text of `si`, `is` or a comment just opened: all its runs, without the reading aids of Japanese (rPh). */
export function readRichText(xml: XmlScanner): string {
  const from = xml.depth;
  let text = '';
  let inText = false;
  for (;;) {
    const token = xml.next();
    if (token === XML_TEXT) {
      if (inText) text += xml.text;
    } else if (token === XML_OPEN) {
      if (xml.name === 't') inText = true;
      // Phonetic guides would double the words; looks hold none.
      else if (xml.name === 'rPh' || xml.name === 'rPr') xml.skip();
    } else if (token === XML_CLOSE) {
      if (xml.name === 't') inText = false;
      if (xml.depth === from) return plainText(text);
    }
  }
}

/**
 * Letters that XML cannot hold stand as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and a literal one of these as _x005F_xHHHH_.
 * Line ends become \n; control letters, which show as nothing, go.
 */
export function plainText(text: string): string {
  const plain = text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => letterOf(Number.parseInt(hex, 16)))
        .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    : text;
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain;
}

function letterOf(code: number): string {
  if (code === 0x0b || code === 0x0c) return '\n';
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return '';
  return code === 0xfffe || code === 0xffff ? '' : String.fromCharCode(code);
}
