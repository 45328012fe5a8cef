import type { Block, DocBlocks } from '#shared/doc-blocks/blocks.ts';
import { inlineText } from '#shared/doc-blocks/text.ts';
import { assertNever } from '#shared/kernel/assert.ts';
import type { RedactedBlock, RedactedContent } from '../redacted-content.ts';
import { inlines } from './inlines.ts';
import { paragraphsOf } from './runs.ts';
import { titlePage } from './title-page.ts';

/** The blocks of any content, open issues included: the preview's way, never the file's. */
export function draftBlocks(content: RedactedContent): DocBlocks {
  const { title, blocks } = titlePage(content);
  for (const block of content.body) blocks.push(...blocksOf(block));
  return { title: inlineText(title).trim() || content.kindLabel, language: 'en-GB', blocks };
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
      const { rows, widths: _widths, ...rest } = block;
      return [{ ...rest, rows: rows.map((row) => row.map(inlines)) }];
    }
    default:
      return assertNever(block);
  }
}
