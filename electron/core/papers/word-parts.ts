import {
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { assert, assertNever } from '#shared/kernel/assert.ts';
import type { Paper, PaperBlock, PaperRun, PaperTable } from './paper.ts';
import { tableXml } from './table-xml.ts';
import { type Lie, numbering, PAGE, styles, textWidth, TITLE_SIZE } from './word-styles.ts';

/** The parts that the document library wrote, as XML, with our tables in their places; not yet a file. */
export type WordParts = {
  readonly document: string;
  readonly styles: string;
  readonly numbering: string | null;
  readonly footer: string;
};

const LEVELS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Blocks → WordprocessingML. Real heading styles: the title is the one Heading 1 where no block is. */
export async function wordParts(paper: Pick<Paper, 'title' | 'landscape' | 'blocks'>): Promise<WordParts> {
  const lie: Lie = paper.landscape === true ? 'landscape' : 'portrait';
  const tables: PaperTable[] = [];
  const children = paragraphs(paper.blocks, tables);
  const file = new Document({
    title: paper.title,
    styles: styles(lie),
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              ...(lie === 'landscape' ? { orientation: PageOrientation.LANDSCAPE } : {}),
            },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [footer(paper.title)] }) },
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
  const lists = paper.blocks.some((block) => block.t === 'listItem');
  return {
    document: withTables(part('word/document.xml'), tables, textWidth(lie)),
    styles: part('word/styles.xml'),
    numbering: lists ? part('word/numbering.xml') : null,
    footer: part('word/footer1.xml'),
  };
}

function paragraphs(blocks: readonly PaperBlock[], tables: PaperTable[]): Paragraph[] {
  const out: Paragraph[] = [];
  let list = 0;
  let before: PaperBlock | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.t === 'listItem' && (before?.t !== 'listItem' || before.ordered !== block.ordered)) list += 1;
    if (block.t === 'contents') {
      for (const { anchor, runs: words } of block.items) {
        out.push(
          new Paragraph({
            style: 'ListText',
            children: [new InternalHyperlink({ anchor, children: runs(words, { style: 'Hyperlink' }) })],
          }),
        );
      }
    } else if (block.t === 'table') {
      if (block.captionUnseen !== true) out.push(new Paragraph({ style: 'Caption', children: [new TextRun(block.caption)] }));
      // The style's name marks the place: no text that anybody wrote can stand in a style's name.
      out.push(new Paragraph({ style: `${PLACE}${tables.length}` }));
      tables.push(block);
      // Word joins two tables that touch, and a file may not end with one.
      const next = blocks[i + 1];
      if (next === undefined || (next.t === 'table' && next.captionUnseen === true)) out.push(new Paragraph({}));
    } else {
      // Owner, date and measure stay on the page of the words that they belong to.
      out.push(paragraph(block, list, blocks[i + 1]?.t === 'labelled'));
    }
    before = block;
  }
  return out;
}

function paragraph(block: Exclude<PaperBlock, PaperTable | { t: 'contents' }>, list: number, keepNext: boolean): Paragraph {
  switch (block.t) {
    case 'title':
      return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.runs, { size: TITLE_SIZE }) });
    case 'subtitle':
      return new Paragraph({ style: 'Subtitle', children: runs(block.runs) });
    case 'heading': {
      const words = runs(block.runs);
      const children = block.anchor === undefined ? words : [new Bookmark({ id: block.anchor, children: words })];
      return new Paragraph({ heading: LEVELS[block.level], children });
    }
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

function runs(words: readonly PaperRun[], look: { size?: number; style?: string } = {}): TextRun[] {
  return words.map(({ text, bold, italic }) => {
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

const PLACE = 'PlumblineTable';
const PLACES = new RegExp(`<w:p><w:pPr><w:pStyle w:val="${PLACE}(\\d+)"/></w:pPr></w:p>`, 'g');

function withTables(xml: string, tables: readonly PaperTable[], width: number): string {
  let placed = 0;
  const out = xml.replace(PLACES, (_, n: string) => {
    const table = tables[Number(n)];
    assert(table !== undefined, 'a place without its table');
    placed += 1;
    return tableXml(table, width);
  });
  assert(placed === tables.length, 'the place of a table was lost');
  return out;
}
