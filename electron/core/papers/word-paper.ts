import type { Paper, PaperBlock, PaperRun } from './paper.ts';
import { packWord } from './word-package.ts';
import { wordParts } from './word-parts.ts';
import { printable } from './xml.ts';

export type { Paper, PaperBlock, PaperCell, PaperRun, PaperTable } from './paper.ts';

/**
 * A working paper as a Word document that a screen reader can follow: real headings, tables with a title and a header row
 * that repeats, British English, the page numbered. The same paper gives the same bytes.
 */
export async function wordPaper(paper: Paper): Promise<Uint8Array> {
  const title = oneLine(paper.title);
  const parts = await wordParts({ ...paper, title, blocks: paper.blocks.flatMap(linesApart) });
  return packWord(parts, { title, day: paper.madeOn ?? null });
}

/** A text of several lines becomes a block a line: a line end inside a paragraph would be lost in Word. */
function linesApart(block: PaperBlock): PaperBlock[] {
  if (block.t === 'table') return [{ ...block, caption: oneLine(block.caption) }];
  if (block.t === 'contents') return [block];
  const lines = splitRuns(block.runs);
  if (block.t !== 'labelled' || lines.length < 2) return lines.map((runs) => ({ ...block, runs }));
  const [first = [], ...rest] = lines;
  return [{ ...block, runs: first }, ...rest.map((runs): PaperBlock => ({ t: 'paragraph', runs }))];
}

function splitRuns(runs: readonly PaperRun[]): PaperRun[][] {
  const lines: PaperRun[][] = [[]];
  for (const run of runs) {
    for (const [i, text] of printable(run.text).split('\n').entries()) {
      if (i > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  const said = lines.filter((line) => line.length > 0);
  return said.length === 0 ? [[]] : said;
}

const oneLine = (text: string): string => printable(text).replace(/\s+/g, ' ').trim();
