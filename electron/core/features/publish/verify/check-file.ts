import { AppError } from '#shared/kernel/app-error.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import { createMatcher } from '#shared/redaction/matcher.ts';
import type { AllowedWord } from '../compose/compose.ts';
import { decodeXmlPart, looksLikeXml, readableRuns } from './decode-part.ts';
import { extractText, type TextPiece } from './extract-text.ts';
import { fieldTrouble } from './field-codes.ts';
import type { Finding } from './finding.ts';
import { isZip, openPackage, type PackagePart, unreadable, unsupported } from './open-package.ts';
import { NoteReader } from './note-rules.ts';
import { mapPackage, type PackageMap } from './package-map.ts';
import { customXmlFinding, orphanFindings, partFindings, relationFindings } from './part-rules.ts';
import { isBlankPage, pictureFindings, wordsOfPicture } from './picture-rules.ts';
import { propertyFindings } from './property-rules.ts';
import { allowance, NameScan } from './scan-names.ts';
import { decodeEntities } from './scan-xml.ts';
import { readStyles, type Styles } from './text-look.ts';
import { wordFindings } from './word-rules.ts';

export type CheckResult = { clean: boolean; findings: Finding[] };
export type CheckOptions = {
  /** Words settled to stay in a publication of this review: in the same paragraph they are no finding. */
  allowed?: readonly AllowedWord[];
};

/**
 * Reads any Word file again (`plumbline check`): everything on the register, in every part and spelling,
 * and whatever a Word file can hide. Throws where the file cannot be read, so that nothing passes unread.
 */
export function checkWordFile(
  bytes: Uint8Array,
  name: string,
  register: readonly RegisterEntry[],
  options: CheckOptions = {},
): CheckResult {
  try {
    return readAll(bytes, name, register, options);
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Whatever else makes a reader fall over is the file's doing.
    throw unreadable('its inside is broken');
  }
}

function readAll(bytes: Uint8Array, name: string, register: readonly RegisterEntry[], options: CheckOptions): CheckResult {
  const { parts, oddities, loose } = openPackage(bytes);
  const map = mapPackage(parts);
  if (map.main === null || !/wordprocessingml|ms-word/.test(map.typeOf(map.main)))
    throw unsupported('a file that is not a Word document');
  const scan = new NameScan(createMatcher(register), allowance(register, options.allowed ?? []));
  const check = new FileCheck(scan, map, parts);
  for (const { part, about } of oddities) check.add({ part, kind: 'container', message: `The file ${about}.` });
  for (const part of parts) check.part(part, part.name, 0);
  for (const part of loose) check.bytes(part.name, part.bytes);
  for (const part of parts) scan.text('(names of parts)', { kind: 'value', text: part.name, paragraph: null });
  scan.text('(file name)', { kind: 'value', text: name, paragraph: null });
  const findings = [...scan.findings(), ...check.finish()];
  return { clean: findings.length === 0, findings };
}

const MAX_DEPTH = 3;

class FileCheck {
  readonly #findings: Finding[] = [];
  readonly #scan: NameScan;
  readonly #map: PackageMap;
  readonly #parts: readonly PackagePart[];
  readonly #styles: Styles;
  /** The short values of each part's attributes: the ids of the relations that it uses are among them. */
  readonly #values = new Map<string, ReadonlySet<string>>();
  readonly #notes = new NoteReader();
  #visible = '';

  constructor(scan: NameScan, map: PackageMap, parts: readonly PackagePart[]) {
    this.#scan = scan;
    this.#map = map;
    this.#parts = parts;
    const styles = parts.find((part) => map.typeOf(part.name).endsWith('.styles+xml'));
    this.#styles = safely(() => readStyles(styles ? decodeXmlPart(styles.bytes) : null), readStyles(null));
  }

  add(finding: Finding): void {
    this.#findings.push(finding);
  }

  /** One part, or one part of a file inside the file. */
  part(part: PackagePart, label: string, depth: number): void {
    const outer = depth === 0;
    const type = outer ? this.#map.typeOf(part.name) : '';
    if (outer) this.#findings.push(...partFindings(part, type));
    if (type.startsWith('image/') || /\.(jpe?g|png|gif)$/i.test(part.name)) {
      if (!isBlankPage(part.bytes)) this.#findings.push(...pictureFindings(label, part.bytes));
      const words = wordsOfPicture(part.bytes);
      if (words) {
        this.bytes(label, words);
        return;
      }
    }
    if (isZip(part.bytes)) {
      this.#inner(part, label, depth);
      return;
    }
    if (!looksLikeXml(part.name, part.bytes)) {
      this.bytes(label, part.bytes);
      return;
    }
    const xml = decodeXmlPart(part.bytes);
    const pieces = xml === null ? null : safely(() => extractText(xml), null);
    if (isLooseMarkup(part.name) && xml !== null) {
      // A web page's marks may part a name; without them it is whole.
      const plain = decodeEntities(xml.replace(/=\r?\n/g, '').replace(/<[^<>]{0,2000}>/g, ''));
      this.#scan.text(label, { kind: 'flat', text: plain, paragraph: null });
    }
    if (xml === null || pieces === null) {
      if (outer && part.name === this.#map.main) {
        throw unreadable('its main text is broken');
      }
      if (!isLooseMarkup(part.name))
        this.add({
          part: label,
          kind: 'unreadablePart',
          message: 'A part is not built as it should be; its text was searched as far as it can be read.',
        });
      this.bytes(label, part.bytes);
      return;
    }
    this.#scan.pieces(label, pieces);
    if (outer) this.#rules(part.name, type, xml, pieces);
  }

  /** Bytes that are no text: what a person could read in them. */
  bytes(label: string, bytes: Uint8Array): void {
    const text = decodeXmlPart(bytes);
    const runs = text !== null && !text.includes('\0') ? [text] : readableRuns(bytes);
    for (const run of runs) this.#scan.text(label, { kind: 'value', text: run, paragraph: null });
  }

  finish(): Finding[] {
    const usesId = (part: string, id: string): boolean => this.#values.get(part)?.has(id) ?? true;
    return [
      ...this.#findings,
      ...relationFindings(this.#map, this.#visible, usesId),
      ...orphanFindings(this.#parts, this.#map),
      ...this.#notes.findings(),
    ];
  }

  #inner(part: PackagePart, label: string, depth: number): void {
    const inner = depth < MAX_DEPTH ? safely(() => openPackage(part.bytes), null) : null;
    if (inner === null) {
      this.add({
        part: label,
        kind: 'unreadablePart',
        message: 'A file inside the file could not be opened, so it was not searched as a whole.',
      });
      this.bytes(label, part.bytes);
      return;
    }
    for (const one of inner.parts) this.part(one, `${label} › ${one.name}`, depth + 1);
  }

  #rules(name: string, type: string, xml: string, pieces: readonly TextPiece[]): void {
    this.#values.set(name, new Set(Array.from(xml.matchAll(/=\s*["']([^"'<>]{1,64})["']/g), (m) => m[1] ?? '')));
    if (/^word\//i.test(name)) this.#notes.read(name, xml);
    if (/core-properties|extended-properties|custom-properties/.test(type) || /^docProps\/[^/]*\.xml$/i.test(name)) {
      this.#findings.push(...propertyFindings(name, xml));
    } else if (/^customXml\//i.test(name)) this.#findings.push(...(name.endsWith('.rels') ? [] : customXmlFinding(name, xml)));
    else if (/^word\//i.test(name) || /wordprocessingml/.test(type))
      this.#findings.push(...wordFindings(name, xml, this.#styles));
    for (const piece of pieces) {
      if (piece.kind === 'paragraph') this.#visible += `${piece.text}\n`;
      const trouble = piece.kind === 'fieldCode' ? fieldTrouble(piece.text) : null;
      if (trouble === null) continue;
      const kind = trouble.startsWith('a link') ? 'link' : 'fieldCode';
      if (!this.#findings.some((f) => f.part === name && f.message.includes(trouble))) {
        this.add({ part: name, kind, message: `Paragraph ${piece.paragraph ?? 1} holds ${trouble}.` });
      }
    }
  }
}

/** Web pages and drawings of older kinds are markup without being XML. */
function isLooseMarkup(name: string): boolean {
  return /\.(html?|mht|vml|rtf|txt)$/i.test(name);
}

function safely<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unreadableFile' && error.code !== 'unsupportedFile') throw error;
    return otherwise;
  }
}
