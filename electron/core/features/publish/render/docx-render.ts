import type { Block } from '#shared/doc-blocks/blocks.ts';
import { assert } from '#shared/kernel/assert.ts';
import { type WordParts, wordParts } from '#core/papers/word-parts.ts';
import { type Composed, isComposed } from '../compose/compose.ts';

declare const brand: unique symbol;
/** The parts that the document library wrote, as XML, not yet sealed. Only `renderDocx` makes them. */
export type DocxParts = WordParts & { readonly [brand]: 'DocxParts'; readonly title: string; readonly publishedOn: string };

/** The blocks of a publication, whole and with nothing open, as WordprocessingML. */
export async function renderDocx(composed: Composed): Promise<DocxParts> {
  assert(isComposed(composed), 'only composed blocks are rendered');
  const { doc, publishedOn } = composed;
  for (const block of doc.blocks) assertFinished(block);
  return { ...(await wordParts(doc)), title: doc.title, publishedOn } as DocxParts;
}

function assertFinished(block: Block): void {
  if (block.t === 'table') return assertWhole(block);
  const runs = block.t === 'contents' ? block.items.flatMap((item) => item.runs) : block.runs;
  for (const run of runs) assert(run.issue === undefined, 'an open issue in a finished file');
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
