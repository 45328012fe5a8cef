import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, DocBlocks, Inline } from '#shared/doc-blocks/blocks.ts';
import { assert, assertNever } from '#shared/kernel/assert.ts';
import { type Composed, isComposed } from '../compose/compose.ts';
import { numbering, PAGE, styles, TITLE_SIZE } from './docx-styles.ts';
import { tableXml } from './table-xml.ts';

declare const brand: unique symbol;
/** The parts that the document library wrote, as XML, not yet sealed. Only `renderDocx` makes them. */
export type DocxParts = {
  readonly [brand]: 'DocxParts';
  readonly document: string;
  readonly styles: string;
  readonly numbering: string | null;
  readonly footer: string;
  readonly title: string;
  readonly publishedOn: string;
};

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** Blocks → WordprocessingML. Real heading styles: the title is the one Heading 1 where no block is. */
export async function renderDocx(composed: Composed): Promise<DocxParts> {
  assert(isComposed(composed), 'only composed blocks are rendered');
  const { doc } = composed;
  const tables: string[] = [];
  const children = paragraphs(doc, tables);
  const file = new Document({
    title: doc.title,
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [footer(doc.title)] }) },
        children,
      },
    ],
  });
  const zip = unzipSync(new Uint8Array(await Packer.toBuffer(file)));
  const part = (name: string): string => {
    const bytes = zip[name];
    assert(bytes !== undefined, `the document library wrote no ${name}`);
    return strFromU8(bytes);
  };
  const lists = doc.blocks.some((block) => block.t === 'listItem');
  return {
    document: withTables(part('word/document.xml'), tables),
    styles: part('word/styles.xml'),
    numbering: lists ? part('word/numbering.xml') : null,
    footer: part('word/footer1.xml'),
    title: doc.title,
    publishedOn: composed.publishedOn,
  } as DocxParts;
}

function paragraphs(doc: DocBlocks, tables: string[]): Paragraph[] {
  const out: Paragraph[] = [];
  let list = 0;
  let before: Block | undefined;
  for (const [i, block] of doc.blocks.entries()) {
    if (block.t === 'listItem' && (before?.t !== 'listItem' || before.ordered !== block.ordered)) list += 1;
    if (block.t === 'table') {
      assertWhole(block);
      out.push(new Paragraph({ style: 'Caption', children: [new TextRun(block.caption)] }));
      // The style's name marks the place: no text that anybody wrote can stand in a style's name.
      out.push(new Paragraph({ style: placeholder(tables.length) }));
      tables.push(tableXml(block));
    } else {
      // Owner, date and measure stay on the page of the words that they belong to.
      out.push(paragraph(block, list, doc.blocks[i + 1]?.t === 'labelled'));
    }
    before = block;
  }
  return out;
}

function paragraph(block: Exclude<Block, { t: 'table' }>, list: number, keepNext: boolean): Paragraph {
  for (const run of block.runs) assert(run.issue === undefined, 'an open issue in a finished file');
  switch (block.t) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.runs, { size: TITLE_SIZE }) });
    case 'subtitle':
      return new Paragraph({ style: 'Subtitle', children: runs(block.runs) });
    case 'heading':
      return new Paragraph({ heading: LEVELS[block.level], children: runs(block.runs) });
    case 'paragraph':
      return new Paragraph({ keepNext, children: runs(block.runs) });
    case 'labelled':
      return new Paragraph({
        style: 'Labelled',
        keepNext,
        children: [
          new TextRun({ text: `${block.label}:`, bold: true }),
          new TextRun({ children: [new Tab()] }),
          ...runs(block.runs),
        ],
      });
    case 'listItem':
      return new Paragraph({
        style: 'ListText',
        keepNext,
        numbering: { reference: block.ordered ? 'numbers' : 'bullets', level: 0, instance: list },
        children: runs(block.runs),
      });
    default:
      return assertNever(block);
  }
}

function runs(inlines: readonly Inline[], look: { size?: number } = {}): TextRun[] {
  return inlines.map(({ text, bold, italic }) => {
    return new TextRun({ text, ...look, ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}) });
  });
}

/** Neutral title, page x of y. */
function footer(title: string): Paragraph {
  return new Paragraph({
    style: 'Footer',
    children: [new TextRun({ children: [title, new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  });
}

/** Accessible by construction: every row has a cell for every heading, and none is empty. */
function assertWhole(table: Extract<Block, { t: 'table' }>): void {
  for (const row of table.rows) {
    assert(row.length === table.header.length, 'a table row with missing or merged cells');
    for (const cell of row)
      assert(
        cell.some((run) => run.text.trim() !== ''),
        'an empty table cell',
      );
  }
}

const placeholder = (n: number): string => `PlumblineTable${n}`;

function withTables(xml: string, tables: readonly string[]): string {
  let out = xml;
  for (const [n, table] of tables.entries()) {
    const mark = `<w:p><w:pPr><w:pStyle w:val="${placeholder(n)}"/></w:pPr></w:p>`;
    const at = out.indexOf(mark);
    assert(at >= 0, 'the place of a table was lost');
    out = `${out.slice(0, at)}${table}${out.slice(at + mark.length)}`;
  }
  return out;
}
