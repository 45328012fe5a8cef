import { footerLine } from '../compose/compose.ts';
import { accessibilityReader } from './accessibility.ts';
import { decodeXmlPart } from './decode-part.ts';
import { textCollector } from './extract-text.ts';
import type { Finding } from './finding.ts';
import { openPackage } from './open-package.ts';
import { OPTIONAL_PARTS, OWN_ELEMENTS, OWN_FIELDS, OWN_PARTS } from './own-file.ts';
import type { NameScan } from './scan-names.ts';
import { attributesOf, scanXml, together, type XmlHandler } from './scan-xml.ts';
import type { OwnReading } from './own-reading.ts';

/** Reads a Word file of ours: exactly our parts, our elements, no relation outward, nothing between the parts. */
export function readOwnDocx(bytes: Uint8Array, title: string, scan: NameScan): OwnReading {
  const { parts, oddities, loose } = openPackage(bytes);
  const findings: Finding[] = oddities.map(({ part, about }) => ({ part, kind: 'container', message: `The file ${about}.` }));
  for (const { name } of loose)
    findings.push({ part: name, kind: 'container', message: 'The file holds data that belongs to no part.' });
  const xml = new Map<string, string>();
  for (const { name, bytes: data } of parts) {
    if (!OWN_PARTS.includes(name))
      findings.push({ part: name, kind: 'container', message: 'The file has a part that was not asked for.' });
    const text = decodeXmlPart(data);
    if (text === null) findings.push({ part: name, kind: 'container', message: 'A part cannot be read as text.' });
    else xml.set(name, text);
  }
  for (const name of OWN_PARTS) {
    if (!xml.has(name) && !OPTIONAL_PARTS.has(name))
      findings.push({ part: name, kind: 'container', message: 'A part is missing.' });
  }
  let lines: string[] = [];
  const accessibility = accessibilityReader();
  for (const [name, text] of xml) {
    const words = textCollector();
    const strange = strangeElements(name);
    scanXml(text, together(words.handler, strange.handler, ...(name === 'word/document.xml' ? [accessibility.handler] : [])));
    const pieces = words.pieces().map((piece) => ({ ...piece, text: piece.text.replaceAll('\t', ' ') }));
    scan.pieces(name, pieces);
    findings.push(
      ...strange.findings(),
      ...pieces.filter((p) => p.kind === 'joined' || p.kind === 'aside').map(() => hidden(name)),
    );
    for (const piece of pieces) {
      if (piece.kind === 'fieldCode' && !OWN_FIELDS.has(piece.text.trim())) findings.push(hidden(name));
    }
    const paragraphs = pieces.filter((p) => p.kind === 'paragraph').map((p) => p.text);
    // Word wants a paragraph after a last table; it has no words.
    if (name === 'word/document.xml') lines = paragraphs.filter((line) => line !== '');
    if (name === 'word/footer1.xml' && paragraphs.join('\n') !== footerLine(title)) {
      findings.push({ part: name, kind: 'textDiffers', message: 'The footer does not read as it was composed.' });
    }
    if (name.endsWith('.rels') && /TargetMode|:\/\/(?!schemas\.openxmlformats\.org\/)|\.\./.test(text)) {
      findings.push({ part: name, kind: 'link', message: 'A relation leads out of the file.' });
    }
  }
  const core = xml.get('docProps/core.xml') ?? '';
  findings.push(...properties(core, title));
  return { lines, findings, accessibility: accessibility.rules(xml.get('word/styles.xml') ?? '', core) };
}

function hidden(part: string): Finding {
  return { part, kind: 'hiddenText', message: 'The part holds text that the page does not show.' };
}

function strangeElements(part: string): { handler: XmlHandler; findings(): Finding[] } {
  const allowed = OWN_ELEMENTS[part];
  const strange = new Set<string>();
  const handler: XmlHandler = {
    open(name) {
      if (allowed ? !allowed.has(name) : /^(mc|v|o|a|pic|wp):/.test(name)) strange.add(name);
    },
    close() {},
    text() {},
    aside(kind) {
      strange.add(kind);
    },
  };
  const message = (name: string): string => `The part holds an element that was not asked for (${name}).`;
  return { handler, findings: () => [...strange].map((name) => ({ part, kind: 'container', message: message(name) })) };
}

/** Title, language and the day of publication: no person, no program, nothing else. */
function properties(core: string, title: string): Finding[] {
  const found: Finding[] = [];
  let element = '';
  scanXml(core, {
    open(name, raw) {
      element = name;
      const fine = ['cp:coreProperties', 'dc:title', 'dc:language', 'dcterms:created', 'dcterms:modified'];
      if (!fine.includes(name))
        found.push({ part: 'docProps/core.xml', kind: 'property', message: `The properties hold ${name}.` });
      if (name.startsWith('dcterms:') && attributesOf(raw).some(([, v]) => v !== 'dcterms:W3CDTF')) element = 'unlike';
    },
    close() {
      element = '';
    },
    text(text) {
      const expected =
        element === 'dc:title'
          ? text === title
          : element === 'dc:language'
            ? text === 'en-GB'
            : /^(\d{4}-\d\d-\d\dT00:00:00Z)?\s*$/.test(text);
      if (!expected) found.push({ part: 'docProps/core.xml', kind: 'property', message: 'A property is not as it was written.' });
    },
    aside() {},
  });
  return found;
}
