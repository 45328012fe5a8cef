import { OOXML_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import { XML_CLOSE, XML_END, XML_OPEN, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXml, decodeXmlPieces, type XmlPieces } from '#core/formats/xml-text.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function events(xml: string | XmlPieces, maxDepth = 50): string[] {
  const scanner = new XmlScanner(xml, { namespaces: OOXML_NAMESPACES, maxDepth });
  const out: string[] = [];
  for (let token = scanner.next(); token !== XML_END; token = scanner.next()) {
    out.push(token === XML_OPEN ? `+${scanner.name}` : token === XML_CLOSE ? `-${scanner.name}` : scanner.text);
  }
  return out;
}
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'nothing';
};
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

describe('the XML scanner', () => {
  it('gives elements, text, CDATA, and passes over comments and instructions', () => {
    expect(
      events('<?xml version="1.0"?>\r\n<!-- <x> --><a q="1>2"><b/>t &amp;&#x41;&#66;<![CDATA[<&amp;>]]><?pi <z>?></a >\n'),
    ).toEqual(['+a', '+b', '-b', 't &AB', '<&amp;>', '-a']);
  });
  it('knows a namespace by its name, whatever the prefix, and only where it is declared', () => {
    expect(events(`<x:p xmlns:x="${W}"><x:r/><y xmlns="${W}"><r/></y><r/></x:p>`)).toEqual([
      '+w:p',
      '+w:r',
      '-w:r',
      '+w:y',
      '+w:r',
      '-w:r',
      '-w:y',
      '+r',
      '-r',
      '-w:p',
    ]);
    expect(events(`<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`)).toEqual(['+w:p', '-w:p']);
    expect(events('<w:p xmlns:w="urn:else"/>')).toEqual(['+?w:p', '-?w:p']);
  });
  it("reads attributes with either quote, by the caller's prefix", () => {
    const scanner = new XmlScanner(`<z:p xmlns:z="${W}" z:val='a "b" &lt;' id = "7"/>`, { namespaces: OOXML_NAMESPACES });
    scanner.next();
    expect([scanner.attribute('w:val'), scanner.attribute('id'), scanner.attribute('w:id'), scanner.attribute('nope')]).toEqual([
      'a "b" <',
      '7',
      '7',
      undefined,
    ]);
  });
  it('skips a subtree', () => {
    const scanner = new XmlScanner('<a><b><b><c/></b>x</b><d/></a>');
    scanner.next();
    scanner.next();
    scanner.skip();
    scanner.next();
    expect(scanner.name).toBe('d');
  });
  it.each([
    ['<a>', 'unreadableFile'],
    ['<a></b>', 'unreadableFile'],
    ['<a></a><b/>', 'unreadableFile'],
    ['<a/>x', 'unreadableFile'],
    ['', 'unreadableFile'],
    ['<a b="1></a>', 'unreadableFile'],
    ['<a <b/></a>', 'unreadableFile'],
    ['<a>&nbsp;</a>', 'hostileFile'],
    ['<a>& b</a>', 'unreadableFile'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'hostileFile'],
    ['<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>', 'hostileFile'],
    ['<a>'.repeat(60), 'hostileFile'],
    ['<!-- ', 'unreadableFile'],
    ['<a><![CDATA[', 'unreadableFile'],
  ])('refuses %s', (xml, code) => {
    expect(codeOf(() => events(xml).join(''))).toBe(code);
  });
  it('shows a lost character rather than hiding it', () => {
    expect(events('<a>&#0;&#xFFFF;&#x1F600;</a>')[1]).toBe('\uFFFD\uFFFD😀');
  });
});

describe('the letters of an XML part', () => {
  const xml = '<?xml version="1.0"?><a>Wójcik</a>';
  it.each([
    ['UTF-8', Buffer.from(xml)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${xml}`)],
    ['UTF-16 LE with mark', Buffer.from(`\uFEFF${xml}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(xml, 'utf16le')],
    ['UTF-16 BE with mark', Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16()],
    ['Windows-1252 as declared', Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>W\u00f3jcik</a>', 'latin1')],
  ])('%s', (_, bytes) => {
    expect(events(decodeXml(bytes))).toContain('Wójcik');
  });
  it('refuses bytes that are not what they say', () => {
    expect(codeOf(() => decodeXml(Buffer.from('<a>W\u00f3</a>', 'latin1')))).toBe('unreadableFile');
  });
});

describe('the XML scanner on a text that comes in pieces', () => {
  const piece = fc.constantFrom(
    '<a>',
    '<a x="1>2" y=\'"\'>',
    '</a>',
    '</a  >',
    '<b/>',
    '<w:p xmlns:w="urn:x" />',
    'words',
    ' ',
    '&amp;',
    'é–😀',
    '<!-- <a> -->',
    '<![CDATA[<a>]]]]>',
    '<?pi >?>',
    '\r\n',
    '<',
    '>',
    '"',
  );
  it('gives the same as on the whole, wherever it is cut, and refuses the same', () => {
    const outcome = (work: () => string[]): string => {
      try {
        return JSON.stringify(work());
      } catch (error) {
        return error instanceof AppError ? error.code : String(error);
      }
    };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (parts, size) => {
        const inner = parts.join('');
        for (const xml of [`<?xml version="1.0"?><r>${inner}</r>`, inner]) {
          const bytes = new TextEncoder().encode(xml);
          expect(outcome(() => events(decodeXmlPieces(bytes, size)))).toBe(outcome(() => events(xml)));
        }
      }),
      { numRuns: 1_000 },
    );
  });
  it('other encodings than UTF-8 come in one piece', () => {
    const xml = '<?xml version="1.0" encoding="windows-1252"?><a>caf\u00e9</a>';
    expect(events(decodeXmlPieces(Buffer.from(xml, 'latin1'), 4))).toEqual(['+a', 'café', '-a']);
    expect(events(decodeXmlPieces(Buffer.from(`\ufeff<a>café</a>`, 'utf16le'), 4))).toEqual(['+a', 'café', '-a']);
    expect(events(decodeXmlPieces(Buffer.from(`\ufeff<a>café</a>`, 'utf8'), 4))).toEqual(['+a', 'café', '-a']);
    expect(codeOf(() => decodeXmlPieces(Buffer.from([0x3c, 0x61, 0x3e, 0xc3, 0x28, 0x3c, 0x2f, 0x61, 0x3e])))).toBe(
      'unreadableFile',
    );
  });
});
