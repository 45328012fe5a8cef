import type { Block } from '#shared/doc-blocks/blocks.ts';
import { blockLines, inlineText } from '#shared/doc-blocks/text.ts';
import { wordCount } from '#shared/richtext/plain-text.ts';
import { own } from './runs.ts';

/** About ten pages: from there on a reader needs a list of the chapters (Department for Transport, accessible Word documents). */
const LONG = 3_500;
const CHAPTER = 2;

/** A long publication begins with a list of its chapters, each a link; a short one is left as it is. */
export function withContents(front: readonly Block[], body: readonly Block[]): Block[] {
  const chapters = body.filter((block) => block.t === 'heading' && block.level === CHAPTER);
  const words = body.reduce((sum, block) => sum + blockLines(block).reduce((n, line) => n + wordCount(line), 0), 0);
  if (words < LONG || chapters.length < 3) return [...front, ...body];
  const items: Extract<Block, { t: 'contents' }>['items'] = [];
  const anchored = body.map((block): Block => {
    if (block.t !== 'heading' || block.level !== CHAPTER || inlineText(block.runs).trim() === '') return block;
    const anchor = `part${items.length + 1}`;
    items.push({ anchor, runs: block.runs });
    return { ...block, anchor };
  });
  return [...front, { t: 'heading', level: CHAPTER, runs: [own('Contents')] }, { t: 'contents', items }, ...anchored];
}
