import type { Block, DocBlocks, Inline } from '#shared/doc-blocks/blocks.ts';
import { inlineText } from '#shared/doc-blocks/text.ts';
import { assertNever } from '#shared/kernel/assert.ts';
import type { RedactedBlock, RedactedContent } from '../redacted-content.ts';
import { withContents } from './contents.ts';
import { inlines } from './inlines.ts';
import { own, paragraphsOf, trimmed } from './runs.ts';
import { titlePage } from './title-page.ts';

/** The blocks of any content, open issues included: the preview's way, never the file's. */
export function draftBlocks(content: RedactedContent): DocBlocks {
  const { title, blocks } = titlePage(content);
  const all = withContents(blocks, content.body.flatMap(blocksOf));
  return { title: inlineText(title).trim() || content.kindLabel, language: 'en-GB', blocks: all };
}

function blocksOf(block: RedactedBlock): Block[] {
  switch (block.t) {
    case 'heading': {
      const { words, issues, ...rest } = block;
      return [{ ...rest, runs: inlines(words), ...(issues.length > 0 ? { issues } : {}) }];
    }
    case 'lines':
      return paragraphsOf(block.text);
    case 'paragraph':
    case 'labelled':
    case 'listItem': {
      const { words, ...rest } = block;
      const runs = inlines(words);
      return runs.length === 0 ? [] : [{ ...rest, runs }];
    }
    case 'table': {
      const { rows, widths, ...rest } = block;
      const cells = rows.map((row) => row.map((words) => orDash(trimmed(inlines(words)))));
      return [{ ...rest, rows: cells, ...(widths ? { widths } : {}) }];
    }
    default:
      return assertNever(block);
  }
}

/** No cell of a table is empty: somebody who hears it read would not know that there is nothing. */
const orDash = (runs: Inline[]): Inline[] => (runs.length === 0 ? [own('–')] : runs);
