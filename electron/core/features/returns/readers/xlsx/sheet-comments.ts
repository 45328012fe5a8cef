import { XML_CLOSE, XML_END, XML_OPEN, XML_TEXT, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { cellOf } from './cell-ref.ts';
import type { PlacedMark } from './hang-marks.ts';
import { readRichText } from './rich-text.ts';
import type { WorkbookPackage } from './workbook-package.ts';

const MOST_COMMENTS = 50_000;
const LONGEST = 4_000;

/** Comments and notes of a sheet by cell, each with its author. A threaded one stands for the note that mirrors it. */
export function readSheetComments(file: WorkbookPackage, sheet: string): Map<string, string[]> {
  const links = file.links(sheet);
  const parts = (kind: string): string[] =>
    links.filter((link) => link.kind === kind && file.has(link.part)).map(({ part }) => part);
  const people = new Map<string, string>();
  for (const link of file.links(file.workbook))
    if (link.kind === 'person' && file.has(link.part)) readPeople(file.scanner(link.part), people);
  const out = new Map<string, string[]>();
  for (const part of parts('threadedcomment')) readThreads(file.scanner(part), people, out);
  const threaded = new Set(out.keys());
  for (const part of parts('comments')) readNotes(file.scanner(part), threaded, out);
  return out;
}

/** What is said of each comment, by its row. */
export function commentMarks(comments: ReadonlyMap<string, readonly string[]>): PlacedMark[] {
  return [...comments].map(([ref, texts]) => {
    const words = texts.map((text) => `“${text}”`).join(', ');
    const message = `Cell ${ref} has a comment, which was left out of the text: ${words}.`;
    return { row: cellOf(ref)?.row ?? null, mark: { severity: 'notice', code: 'comment', message } };
  });
}

function add(out: Map<string, string[]>, ref: string, author: string | undefined, text: string): void {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || out.size > MOST_COMMENTS) return;
  // Excel itself puts the author in front of a note.
  const named = author && author !== '' && !words.startsWith(`${author}:`) ? `${author}: ${words}` : words;
  out.set(ref, [...(out.get(ref) ?? []), named.slice(0, LONGEST)]);
}

function readNotes(xml: XmlScanner, threaded: ReadonlySet<string>, out: Map<string, string[]>): void {
  const authors: string[] = [];
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN) continue;
    if (xml.name === 'author') authors.push(readWords(xml));
    else if (xml.name === 'comment') {
      const ref = (xml.attribute('ref') ?? '').toUpperCase();
      const author = authors[Number(xml.attribute('authorId') ?? -1)];
      const text = readRichText(xml);
      if (!threaded.has(ref)) add(out, ref, author, text);
    }
  }
}

function readThreads(xml: XmlScanner, people: ReadonlyMap<string, string>, out: Map<string, string[]>): void {
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token !== XML_OPEN || xml.name !== 'tc:threadedComment') continue;
    const ref = (xml.attribute('ref') ?? '').toUpperCase();
    const author = people.get(xml.attribute('personId') ?? '');
    add(out, ref, author, readWords(xml));
  }
}

function readPeople(xml: XmlScanner, people: Map<string, string>): void {
  for (let token = xml.next(); token !== XML_END; token = xml.next()) {
    if (token === XML_OPEN && xml.name === 'tc:person') people.set(xml.attribute('id') ?? '', xml.attribute('displayName') ?? '');
  }
}

/** All words inside the element just opened. */
function readWords(xml: XmlScanner): string {
  const from = xml.depth;
  let text = '';
  for (;;) {
    const token = xml.next();
    if (token === XML_TEXT) text += xml.text;
    else if (token === XML_CLOSE && xml.depth === from) return text;
  }
}
