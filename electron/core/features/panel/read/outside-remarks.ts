import { plainWords } from '#core/papers/panel-mark.ts';
import type { Body, BodyParagraph } from './read-body.ts';
import type { PlacedRow } from './place-rows.ts';
import { claimed, type Drafts } from './remark-draft.ts';
import type { SentCopy } from './sent-copy.ts';

/** Rows that were not in the copy: an entry that a member misses, or a remark written across the table. */
export function newRowRemarks(body: Body, placed: readonly PlacedRow[], drafts: Drafts): void {
  let above: number | null = null;
  for (const [i, row] of body.rows.entries()) {
    const at = placed[i];
    if (!at) continue;
    if (at.by !== 'none') {
      above = at.refs[0] ?? above;
      continue;
    }
    const text = row.cells
      .map((cell) => plainWords(cell.after || cell.before))
      .filter((words) => words !== '')
      .join('\n');
    if (text === '') continue;
    const by = [...row.cells.flatMap((cell) => cell.by), ...(row.put ? [row.put] : [])];
    drafts.add({
      kind: 'newEntry',
      text,
      placedBy: 'general',
      place: above === null ? 'A row above the first entry' : `A row below entry ${number(above)}`,
      ...claimed(by),
    });
  }
}

export const number = (ref: number): string => String(ref).padStart(4, '0');

/** Where a paragraph outside the table belongs, where a program turned the table into text. */
export function paragraphRefs(body: Body, sent: SentCopy | null, codes: ReadonlySet<string>): (number | null)[] {
  const inTable = body.rows.some((row) => row.marks.length > 0);
  let current: number | null = null;
  return body.paragraphs.map((paragraph) => {
    const mark = paragraph.marks.find(({ code, ref }) => codes.has(code) && (sent?.entries.has(ref) ?? true));
    if (mark) current = mark.ref;
    else if (!inTable) {
      const start = /^0*(\d{1,9})(?=\t|$)/.exec(paragraph.after.trim())?.[1];
      if (start !== undefined && sent?.entries.has(Number(start))) current = Number(start);
    }
    if (current !== null) return current;
    const words = plainWords(paragraph.after);
    return words.length >= 12 ? (sent?.lines.get(words) ?? null) : null;
  });
}

/** Words typed or changed outside the rows: on the first page, below the table, in a table that became text. */
export function paragraphRemarks(body: Body, refs: readonly (number | null)[], sent: SentCopy | null, drafts: Drafts): number {
  const left = new Map(sent?.paragraphs);
  const take = (words: string): boolean => {
    const n = left.get(words) ?? 0;
    if (n > 0) left.set(words, n - 1);
    // Once more than it was sent is still nothing that anybody wrote: a caption that became a paragraph.
    return left.has(words);
  };
  const known = knownPieces(sent);
  for (const [i, paragraph] of body.paragraphs.entries()) {
    const [before, after] = [plainWords(paragraph.before), plainWords(paragraph.after)];
    const ref = refs[i] ?? null;
    const tracked = before !== after;
    if (take(tracked && before !== '' ? before : after)) {
      if (tracked) drafts.add({ kind: 'change', ...general(paragraph), before, after, ...claimed(paragraph.by) });
      continue;
    }
    if (after === '' && before === '') continue;
    if (sent === null && !tracked) continue;
    if (ref !== null && paragraph.after.split('\t').every((piece) => known.has(plainWords(piece)))) continue;
    if (sent?.lines.has(after)) continue;
    const text = after === '' ? before : paragraph.after.trim();
    const at = ref === null ? general(paragraph) : { ref, placedBy: 'reference' as const };
    drafts.add({ kind: 'typed', ...at, text, ...claimed(paragraph.by) });
  }
  let lost = 0;
  for (const [words, n] of left) if (words !== '') lost += n;
  return lost;
}

function knownPieces(sent: SentCopy | null): ReadonlySet<string> {
  const pieces = new Set(['']);
  for (const { ref, texts } of sent?.entries.values() ?? []) {
    pieces.add(number(ref));
    for (const text of Object.values(texts)) for (const line of text.split('\n')) pieces.add(plainWords(line));
  }
  return pieces;
}

export const general = (paragraph: BodyParagraph): { placedBy: 'general'; place: string } => ({
  placedBy: 'general',
  place: paragraph.rowsAbove === 0 ? 'The first page' : 'Below the entries',
});
