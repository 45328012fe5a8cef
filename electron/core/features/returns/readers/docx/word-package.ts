import { OOXML_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import type { ZipArchive } from '#core/formats/open-zip.ts';
import { readRelationships } from '#core/formats/relationships.ts';
import { XML_END, XML_OPEN, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXmlPieces } from '#core/formats/xml-text.ts';
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
    new XmlScanner(decodeXmlPieces(zip.read(part)), { namespaces: OOXML_NAMESPACES, maxDepth });
  if (zip.has('[Content_Types].xml')) refuseMacroTypes(scanner('[Content_Types].xml', 20));

  const document = partsByKind(zip, '').get('officedocument') ?? 'word/document.xml';
  if (!zip.has(document)) throw new AppError('unreadableFile', { why: 'it has no document inside', wanted: WANTED });
  const parts = partsByKind(zip, document);
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
  const unsupported = (kind: string): AppError =>
    new AppError('unsupportedFile', { kind, wanted: `${WANTED}, an Excel workbook (.xlsx) or CSV` });
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

/** The first part of each kind. */
function partsByKind(zip: ZipArchive, of: string): Map<string, string> {
  return new Map(
    readRelationships(zip, of)
      .reverse()
      .map(({ kind, part }) => [kind, part]),
  );
}
