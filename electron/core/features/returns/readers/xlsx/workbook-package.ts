import { WORKBOOK_NAMESPACES } from '#core/formats/ooxml-namespaces.ts';
import type { ZipArchive } from '#core/formats/open-zip.ts';
import { readRelationships, type Relationship } from '#core/formats/relationships.ts';
import { XML_END, XML_OPEN, XmlScanner } from '#core/formats/xml-scanner.ts';
import { decodeXmlPieces } from '#core/formats/xml-text.ts';
import { AppError } from '#shared/kernel/app-error.ts';

/** The parts of a workbook that are read, found by its relationships and not by their usual names. */
export type WorkbookPackage = {
  /** Name of the workbook's part. */
  workbook: string;
  links(of: string): Relationship[];
  has(part: string): boolean;
  scanner(part: string): XmlScanner;
};

export const WORKBOOK_WANTED = 'an Excel workbook (.xlsx)';
const PLAIN = 'an Excel workbook without macros (.xlsx)';

/** Whether a zip is a workbook of any kind: by its main part's type, name or root element. */
export function isWorkbook(zip: ZipArchive): boolean {
  const main = mainPart(zip);
  if (main === null || /^word\/|^ppt\//i.test(main)) return false;
  if (/^xl\/|workbook[^/]*\.(?:xml|bin)$/i.test(main)) return true;
  const type = contentTypes(zip).get(main.toLowerCase());
  if (type) return /spreadsheetml|ms-excel/i.test(type);
  return zip.sizeOf(main) < 1_000_000 && rootOf(zip, main) === 'workbook';
}

/** Refuses macros and the binary form by what is inside, whatever the file is called. */
export function openWorkbookPackage(zip: ZipArchive, maxDepth: number): WorkbookPackage {
  const names = zip.names.map((name) => name.toLowerCase());
  const types = contentTypes(zip);
  const isMacro = names.some((name) => /vba(?:project\.bin|data\.xml)$/.test(name));
  if (isMacro || [...types.values()].some((type) => /macroenabled|vbaproject|excel\.addin/i.test(type)))
    throw new AppError('macroFile', { wanted: PLAIN });
  const workbook = mainPart(zip);
  if (workbook === null) throw new AppError('unreadableFile', { why: 'it has no workbook inside', wanted: WORKBOOK_WANTED });
  if (/\.bin$/i.test(workbook) || /sheet\.binary/i.test(types.get(workbook.toLowerCase()) ?? '')) {
    throw new AppError('unsupportedFile', { kind: 'binary Excel workbooks (.xlsb)', wanted: WORKBOOK_WANTED });
  }
  return {
    workbook,
    links: (of) => readRelationships(zip, of),
    has: (part) => zip.has(part),
    scanner: (part) => new XmlScanner(decodeXmlPieces(zip.read(part)), { namespaces: WORKBOOK_NAMESPACES, maxDepth }),
  };
}

function mainPart(zip: ZipArchive): string | null {
  const told = readRelationships(zip, '').find(({ kind, part }) => kind === 'officedocument' && zip.has(part))?.part;
  return told ?? ['xl/workbook.xml', 'xl/workbook.bin', 'workbook.xml'].find((name) => zip.has(name)) ?? null;
}

/** Part, lower case → what it is said to be. */
function contentTypes(zip: ZipArchive): Map<string, string> {
  const out = new Map<string, string>();
  if (!zip.has('[Content_Types].xml')) return out;
  const xml = new XmlScanner(decodeXmlPieces(zip.read('[Content_Types].xml')), { maxDepth: 20 });
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    const type = xml.attribute('ContentType');
    const part = xml.attribute('PartName') ?? `*.${xml.attribute('Extension') ?? ''}`;
    if (type) out.set(part.replace(/^\//, '').toLowerCase(), type);
  }
  return out;
}

function rootOf(zip: ZipArchive, part: string): string {
  const xml = new XmlScanner(decodeXmlPieces(zip.read(part)), { namespaces: WORKBOOK_NAMESPACES });
  return xml.next() === XML_OPEN ? xml.name : '';
}
