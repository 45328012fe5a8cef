import { OOXML_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import type { ZipArchive } from '#core/formats/open-zip.ts';
import { XML_END, XML_OPEN, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXml } from '#core/formats/xml-text.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** The parts of a Word file that are read, found by its relationships and not by their usual names. */
export type WordPackage = {
  document: string;
  /** Part of a kind (`footnotes`, `endnotes`, `comments`, `styles`), if the file has it. */
  part(kind: string): string | null;
  scanner(part: string, maxDepth: number): XmlScanner;
};

const WANTED = 'a Word document (.docx)';

/** Refuses macros and other kinds of zip by what is inside, whatever the file is called. */
export function openWordPackage(zip: ZipArchive): WordPackage {
  const names = zip.names.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.endsWith('vbadata.xml'))) {
    throw new AppError('macroFile', { wanted: 'a plain Word document (.docx)' });
  }
  if (names.includes('encryptedpackage') || names.includes('encryptioninfo')) throw new AppError('encryptedFile', {});
  refuseOtherKinds(zip, names);
  const scanner = (part: string, maxDepth: number): XmlScanner =>
    new XmlScanner(decodeXml(zip.read(part)), { namespaces: OOXML_NAMESPACES, maxDepth });
  if (zip.has('[Content_Types].xml')) refuseMacroTypes(scanner('[Content_Types].xml', 20));

  const document = relationships(zip, scanner, '').get('officedocument') ?? 'word/document.xml';
  if (!zip.has(document)) throw new AppError('unreadableFile', { why: 'it has no document inside', wanted: WANTED });
  const parts = relationships(zip, scanner, document);
  return {
    document,
    part: (kind) => {
      const name = parts.get(kind);
      return name !== undefined && zip.has(name) ? name : null;
    },
    scanner,
  };
}

function refuseOtherKinds(zip: ZipArchive, names: readonly string[]): void {
  const unsupported = (kind: string): AppError => new AppError('unsupportedFile', { kind, wanted: `${WANTED} or CSV` });
  if (names.includes('xl/workbook.xml') || names.includes('xl/workbook.bin')) throw unsupported('Excel workbooks yet');
  if (names.includes('ppt/presentation.xml')) throw unsupported('PowerPoint files');
  if (names.includes('mimetype') && names.includes('content.xml')) {
    const type = Buffer.from(zip.read('mimetype')).toString('latin1');
    throw unsupported(type.includes('spreadsheet') ? 'OpenDocument spreadsheets' : 'OpenDocument files');
  }
  if (!names.some((name) => name === '[content_types].xml' || name.endsWith('document.xml') || name === '_rels/.rels')) {
    throw unsupported('zip archives');
  }
}

function refuseMacroTypes(types: XmlScanner): void {
  for (let token = types.next(); token !== XML_END; token = types.next()) {
    if (token !== XML_OPEN) continue;
    if (/macroenabled|vbaproject/i.test(types.attribute('ContentType') ?? '')) {
      throw new AppError('macroFile', { wanted: 'a plain Word document (.docx)' });
    }
  }
}

/** Kind of relationship (the last word of its type, lower case) → part. External targets are never followed. */
function relationships(zip: ZipArchive, scanner: (part: string, depth: number) => XmlScanner, of: string): Map<string, string> {
  const slash = of.lastIndexOf('/') + 1;
  const part = `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
  const out = new Map<string, string>();
  if (!zip.has(part)) return out;
  const xml = scanner(part, 20);
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.attribute('TargetMode') === 'External') continue;
    const kind = xml.attribute('Type')?.split('/').at(-1)?.toLowerCase();
    const target = xml.attribute('Target');
    if (kind && target && !out.has(kind)) out.set(kind, resolve(of.slice(0, slash), target));
  }
  return out;
}

function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target.slice(1) : folder + target).split('/');
  const out: string[] = [];
  for (const step of steps) {
    if (step === '..') out.pop();
    else if (step !== '.' && step !== '') out.push(step);
  }
  return out.join('/');
}
