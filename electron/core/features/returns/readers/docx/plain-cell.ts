import { type PlainRun, passIds, plainRun } from './plain-run.ts';
import { type CellProperties, PLAIN_CELL } from './properties.ts';
import type { SeenProperties } from './story-context.ts';

/** The words of a plain cell, what is said of it, and where what follows it begins. */
export type PlainCell = { text: string; cell: CellProperties; next: number };

/** One for all: it is used up before the next is looked for. */
const RUN: PlainRun = { text: '', next: 0 };

/**
 * Reads a cell of plain paragraphs straight from the letters, where their properties are known to change nothing of what they
 * say. Answers false for anything else, and nothing is lost: the scanner reads it then.
 */
export function plainCell(source: string, at: number, seen: SeenProperties, out: PlainCell): boolean {
  if (!source.startsWith('<w:tc><w:', at)) return false;
  let i = at + 6;
  let cell = PLAIN_CELL;
  if (source.startsWith('tcPr>', i + 3)) {
    i = seen.cells.passed(source, i);
    if (i < 0) return false;
    cell = seen.cells.last;
  }
  let text = '';
  let paragraphs = 0;
  while (source.startsWith('<w:p', i)) {
    if (paragraphs++ > 0) text += '\n';
    i = passIds(source, i + 4);
    const c = source.charCodeAt(i);
    if (c === 0x2f && source.charCodeAt(i + 1) === 0x3e) {
      i += 2;
      continue;
    }
    if (c !== 0x3e) return false;
    i++;
    if (source.charCodeAt(i + 3) === 0x70) {
      i = seen.paragraphs.passed(source, i);
      if (i < 0 || !seen.paragraphs.last.plain) return false;
    }
    for (; plainRun(source, i, seen.runs, RUN); i = RUN.next) text += RUN.text;
    if (!source.startsWith('</w:p>', i)) return false;
    i += 6;
  }
  if (paragraphs === 0 || !source.startsWith('</w:tc>', i)) return false;
  out.text = text;
  out.cell = cell;
  out.next = i + 7;
  return true;
}
