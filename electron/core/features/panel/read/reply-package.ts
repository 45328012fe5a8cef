import { OOXML_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import { openZip, type ZipArchive } from '#core/formats/open-zip.ts';
import { XML_END, XML_OPEN, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXml } from '#core/formats/xml-text.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** The parts of a Word file that hold what people said in it, found by its relations and not by their usual names. */
export type ReplyPackage = {
  document(): XmlScanner;
  /** Part of a kind (`comments`, `commentsextended`, `people`, `footnotes`), or null. */
  part(kind: string): XmlScanner | null;
};

const WANTED = 'a Word document (.docx)';
const MAX_DEPTH = 400;
const MOST_BYTES_IN_PART = 120_000_000;

/** Throws AppErrors: what carries macros, a password or something else than a Word document is refused by what is inside. */
export function openReply(bytes: Uint8Array): ReplyPackage {
  refuseOtherBytes(bytes);
  const zip = openZip(bytes, { maxPartBytes: MOST_BYTES_IN_PART });
  const names = zip.names.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.endsWith('vbadata.xml')))
    throw new AppError('macroFile', { wanted: 'a plain Word document (.docx)' });
  if (names.includes('encryptedpackage') || names.includes('encryptioninfo')) throw new AppError('encryptedFile', {});
  const scan = (part: string): XmlScanner =>
    new XmlScanner(decodeXml(zip.read(part)), { namespaces: OOXML_NAMESPACES, maxDepth: MAX_DEPTH });
  const main = relations(zip, scan, '').get('officedocument') ?? 'word/document.xml';
  if (!zip.has(main) || !main.endsWith('.xml') || main.startsWith('xl/') || main.startsWith('ppt/'))
    throw new AppError('unsupportedFile', { kind: 'this kind of file', wanted: WANTED });
  const parts = relations(zip, scan, main);
  return {
    document: () => scan(main),
    part: (kind) => {
      const name = parts.get(kind);
      return name !== undefined && zip.has(name) ? scan(name) : null;
    },
  };
}

/** An older Word file and one with a password begin alike: an OLE file. Only the second has these words inside. */
function refuseOtherBytes(bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_000_000)).toString('utf16le');
    const odd = Buffer.from(bytes.buffer, bytes.byteOffset + 1, Math.min(bytes.length - 1, 2_000_000)).toString('utf16le');
    if (/EncryptedPackage|EncryptionInfo/.test(text) || /EncryptedPackage|EncryptionInfo/.test(odd))
      throw new AppError('encryptedFile', {});
    throw new AppError('unsupportedFile', { kind: 'Word files of the old kind (.doc)', wanted: WANTED });
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const kind = head.startsWith('%PDF') ? 'PDF files' : head.startsWith('{\\rtf') ? 'RTF files' : 'this kind of file';
  throw new AppError('unsupportedFile', { kind, wanted: WANTED });
}

/** Last word of the relation's type, lower case → part. What lies outside the file is never followed. */
function relations(zip: ZipArchive, scan: (part: string) => XmlScanner, of: string): Map<string, string> {
  const slash = of.lastIndexOf('/') + 1;
  const part = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const out = new Map<string, string>();
  if (!zip.has(part)) return out;
  const xml = scan(part);
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.attribute('TargetMode') === 'External') continue;
    const kind = xml.attribute('Type')?.split('/').at(-1)?.toLowerCase();
    const target = xml.attribute('Target');
    if (kind && target && !out.has(kind)) out.set(kind, resolve(of.slice(0, slash), target));
  }
  return out;
}

function resolve(folder: string, target: string): string {
  const out: string[] = [];
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
}
