import { XML_CLOSE, XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';

export type Style = { heading: number | null; numId: string | null; level: number; contents: boolean; bullet: boolean };
type Raw = { name: string; basedOn: string | null; outline: number | null; numId: string | null; level: number };

/** What a paragraph style says about headings and lists, through the styles it is based on. */
export function readStyles(xml: XmlScanner | null): (id: string) => Style {
  const styles = new Map<string, Raw>();
  let raw: Raw | null = null;
  if (xml) {
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token === XML_CLOSE && xml.name === 'w:style') raw = null;
      if (token !== XML_OPEN) continue;
      const value = xml.attribute('w:val');
      if (xml.name === 'w:style') {
        raw = { name: '', basedOn: null, outline: null, numId: null, level: 0 };
        styles.set(xml.attribute('w:styleId') ?? '', raw);
      } else if (raw && value !== undefined) {
        if (xml.name === 'w:name') raw.name = value;
        else if (xml.name === 'w:basedOn') raw.basedOn = value;
        else if (xml.name === 'w:outlineLvl') raw.outline = Number(value);
        else if (xml.name === 'w:numId') raw.numId = value;
        else if (xml.name === 'w:ilvl') raw.level = Number(value);
      }
    }
  }
  return (id) => {
    const out: Style = { heading: null, numId: null, level: 0, contents: false, bullet: false };
    let at: string | null = id;
    for (let i = 0; i < 12 && at !== null; i++) {
      const style: Raw | undefined = styles.get(at);
      const name = (style?.name || at).toLowerCase();
      const heading = /^(?:heading|berschrift|pennawd)\s?(\d)$/.exec(name);
      if (out.heading === null) {
        if (heading) out.heading = Number(heading[1]);
        else if (name === 'title' || name === 'subtitle') out.heading = 0;
        else if (style?.outline !== null && style?.outline !== undefined && style.outline < 9) out.heading = style.outline + 1;
      }
      if (/^(?:toc\s?\d|contents\s?\d|toc heading|table of figures)/.test(name)) out.contents = true;
      if (name.startsWith('list bullet')) out.bullet = true;
      if (out.numId === null && style?.numId) {
        out.numId = style.numId;
        out.level = style.level;
      }
      at = style?.basedOn ?? null;
    }
    return out;
  };
}
