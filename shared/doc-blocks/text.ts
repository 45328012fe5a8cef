import { assertNever } from '../kernel/assert.ts';
import type { Block, DocBlocks, Inline } from './blocks.ts';

export function inlineText(runs: readonly Inline[]): string {
  return runs.map((run) => run.text).join('');
}

/** The paragraphs of one block, in reading order; a table gives its caption, then each cell. */
export function blockLines(block: Block): string[] {
  switch (block.t) {
    case 'title':
    case 'subtitle':
    case 'heading':
    case 'paragraph':
    case 'listItem':
      return [inlineText(block.runs)];
    case 'contents':
      return block.items.map((item) => inlineText(item.runs));
    case 'labelled':
      return [`${block.label}: ${inlineText(block.runs)}`];
    case 'table':
      return [block.caption, ...block.header, ...block.rows.flatMap((row) => row.map(inlineText))];
    default:
      return assertNever(block);
  }
}

/** The whole text, paragraph by paragraph: what every rendering must read as. */
export function docLines(doc: DocBlocks): string[] {
  return doc.blocks.flatMap(blockLines);
}

export function docText(doc: DocBlocks): string {
  return docLines(doc).join('\n');
}
