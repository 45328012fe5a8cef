import { openZip } from '#core/formats/open-zip.ts';
import { XML_CLOSE, XML_END, XML_OPEN, type XmlScanner } from '#core/formats/xml-scanner.ts';
import { ReadCounter, type ReadLimits } from '../limits.ts';
import type { RawMark, RawParagraph, RawReturn, RawTable, ReturnReader } from '../reader.ts';
import { readHiddenStyles, readNotes } from './side-parts.ts';
import { newContext, type StoryContext } from './story-context.ts';
import type { Story } from './story-shape.ts';
import { readStory } from './story.ts';
import { readTable } from './table.ts';
import { openWordPackage, type WordPackage } from './word-package.ts';

/** Word documents: what stands in the body's tables and paragraphs, as the final view shows it. */
export const docxReader: ReturnReader = {
  format: 'docx',
  accepts: (_name, head) => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5 || head[2] === 7),
  read: (bytes, { limits }) => readDocx(bytes, limits),
};

export function readDocx(bytes: Uint8Array, limits: ReadLimits): RawReturn {
  const word = openWordPackage(openZip(bytes, { maxPartBytes: limits.maxPartBytes }));
  const body = new BodyReader(readContext(word, limits), limits);
  return body.read(word.scanner(word.document, limits.maxDepth));
}

function readContext(word: WordPackage, limits: ReadLimits): StoryContext {
  const part = (kind: string): XmlScanner | null => {
    const name = word.part(kind);
    return name === null ? null : word.scanner(name, limits.maxDepth);
  };
  const styles = part('styles');
  const context = newContext(styles ? readHiddenStyles(styles) : undefined);
  const notes = (kind: string, element: string): ReadonlyMap<string, string> => {
    const xml = part(kind);
    return xml ? readNotes(xml, element, context) : new Map<string, string>();
  };
  return {
    ...context,
    footnotes: notes('footnotes', 'w:footnote'),
    endnotes: notes('endnotes', 'w:endnote'),
    comments: notes('comments', 'w:comment'),
  };
}

class BodyReader {
  readonly #context: StoryContext;
  readonly #limits: ReadLimits;
  readonly #counter: ReadCounter;
  readonly #tables: RawTable[] = [];
  readonly #paragraphs: RawParagraph[] = [];
  readonly #marks: RawMark[] = [];
  #before: string[] = [];

  constructor(context: StoryContext, limits: ReadLimits) {
    this.#context = context;
    this.#limits = limits;
    this.#counter = new ReadCounter(limits);
  }

  read(xml: XmlScanner): RawReturn {
    const alternates: { depth: number; size: number }[] = [];
    for (let token = xml.next(); token !== XML_END; token = xml.next()) {
      if (token === XML_CLOSE && alternates.at(-1)?.depth === xml.depth) alternates.pop();
      if (token !== XML_OPEN) continue;
      switch (xml.name) {
        case 'w:tbl':
          this.#table(xml);
          break;
        case 'w:p':
          this.#paragraph(xml);
          break;
        case 'w:sdtPr':
        case 'w:sectPr':
        case 'w:del':
        case 'w:moveFrom':
          xml.skip();
          break;
        case 'mc:AlternateContent':
          alternates.push({ depth: xml.depth, size: this.#size() });
          break;
        case 'mc:Choice':
        case 'mc:Fallback':
          if (this.#size() > (alternates.at(-1)?.size ?? 0)) xml.skip();
          break;
        case 'w:altChunk':
          this.#marks.push({
            severity: 'warning',
            code: 'embeddedDocument',
            message: 'Another document is embedded in this one and was not read. Ask for it as a file of its own.',
          });
          break;
        default:
      }
    }
    return { format: 'docx', tables: this.#tables, paragraphs: this.#paragraphs, marks: this.#marks };
  }

  #size(): number {
    return this.#tables.length + this.#paragraphs.length;
  }

  #table(xml: XmlScanner): void {
    const ref = this.#tables.length + 1;
    if (ref > this.#limits.maxTables) this.#counter.cell(Number.POSITIVE_INFINITY);
    const { rows, inner } = readTable(xml, this.#context, this.#counter);
    this.#tables.push({ ref, rows, before: this.#before, ...this.#withInner(ref, inner) });
    this.#before = [];
  }

  /** Tables in a table's cells, read when they are asked for. A person counts their rows through, as they see no outer table. */
  #withInner(ref: number, scanners: readonly XmlScanner[]): Pick<RawTable, 'inner'> {
    if (scanners.length === 0) return {};
    const inner = (): RawTable[] => {
      let before = 0;
      return scanners.map((xml): RawTable => {
        const found = readTable(xml.fork(), this.#context, this.#counter, before);
        before += found.rows.length;
        return { ref, rows: found.rows, before: [], ...this.#withInner(ref, found.inner) };
      });
    };
    return { inner };
  }

  /** Tables in a text box: they stand on the page like any other. */
  #textBox({ tables, marks, text }: Story): void {
    this.#marks.push(...marks);
    this.#before.push(text);
    for (const xml of tables) this.#table(xml);
  }

  #paragraph(xml: XmlScanner): void {
    const story = readStory(xml, this.#context);
    if (story.tables.length > 0) return this.#textBox(story);
    if (story.text.trim() === '' && story.marks.length === 0) return;
    if (story.text.trim() === '') {
      this.#marks.push(...story.marks);
      return;
    }
    this.#counter.row();
    this.#counter.cell(1, story.letters);
    this.#before.push(story.text);
    this.#paragraphs.push({
      row: this.#paragraphs.length + 1,
      text: story.text,
      heading: /^(heading|title|subtitle)/i.test(story.style),
      ...(story.notes.length > 0 ? { notes: story.notes } : {}),
      ...(story.marks.length > 0 ? { marks: story.marks } : {}),
    });
  }
}
