import { plainWords } from '#core/papers/panel-mark.ts';
import { wordDiff } from '#shared/text-diff/word-diff.ts';
import type { BodyCell, BodyRow } from './read-body.ts';
import type { PlacedRow } from './place-rows.ts';
import { claimed, type Drafts } from './remark-draft.ts';
import type { Part, SentCopy } from './sent-copy.ts';

/** Without the copy as it was sent, a cell is one part. */
const ALONE = { date: 'date', source: null, words: 'description' } as const;
/** Longer texts are compared as a whole: word by word they take too long. */
const MOST_COMPARED = 40_000;

/** What a member said in a row of an entry: words typed beside it, words of it changed, or the row struck out. */
export function rowRemarks(row: BodyRow, placed: PlacedRow, sent: SentCopy | null, drafts: Drafts): void {
  const [ref, ...alsoRefs] = placed.refs;
  if (ref === undefined || placed.by === 'head') return;
  const at = { ref, alsoRefs, placedBy: placed.by };
  if (row.struck) drafts.add({ kind: 'leaveOut', ...at, author: row.struck.author, writtenAt: row.struck.at });
  else for (const role of ['date', 'source', 'words'] as const) changes(role);
  const beside = row.cells[placed.columns.comment ?? -1];
  if (beside) typed(beside);
  // Cells beyond those of the head: a column that somebody added.
  const last = Math.max(...Object.values(placed.columns), 0);
  for (const cell of row.cells.slice(last + 1)) typed(cell);

  function typed(cell: BodyCell): void {
    const text = tidy(row.struck ? cell.after || cell.before : cell.after);
    if (plainWords(text) !== '') drafts.add({ kind: 'typed', ...at, text, ...claimed(cell.by) });
    else if (plainWords(cell.before) !== '') drafts.add({ kind: 'typed', ...at, text: tidy(cell.before), ...claimed(cell.by) });
  }

  function changes(role: 'date' | 'source' | 'words'): void {
    const cell = row.cells[placed.columns[role] ?? -1];
    if (!cell) return;
    const entry = ref === undefined ? undefined : sent?.entries.get(ref);
    const before = entry ? entry.texts[role] : cell.before;
    if (plainWords(before) === plainWords(cell.after)) return;
    const parts = entry?.parts[role] ?? [{ field: ALONE[role], from: 0, labelled: false }];
    const untracked = plainWords(before) !== plainWords(cell.before);
    for (const part of splitByParts(before, cell.after, parts)) {
      if (plainWords(part.before) === plainWords(part.after)) continue;
      drafts.add({
        kind: 'change',
        ...at,
        field: part.field,
        before: tidy(part.before),
        after: tidy(part.after),
        untracked,
        ...claimed(cell.by),
      });
    }
  }
}

const tidy = (text: string): string =>
  text
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

type PartTexts = { field: Part['field']; before: string; after: string };

/** The cell's text before and after, divided where the copy's own parts begin. What was put in belongs to the part it follows. */
export function splitByParts(before: string, after: string, parts: readonly Part[]): PartTexts[] {
  const whole = parts.length < 2 || before.length + after.length > MOST_COMPARED;
  if (whole) return [{ field: parts[0]?.field ?? null, before, after }];
  const starts = parts.map(({ from }) => from);
  const out = parts.map(
    (part, i): PartTexts => ({ field: part.field, before: before.slice(part.from, starts[i + 1]), after: '' }),
  );
  let at = 0;
  const partAt = (offset: number): PartTexts | undefined =>
    out[
      Math.max(
        0,
        starts.findLastIndex((from) => from <= offset),
      )
    ];
  for (const piece of wordDiff(before, after)) {
    if (piece.in === 'after') {
      const part = partAt(Math.max(0, at - 1));
      if (part) part.after += piece.text;
      continue;
    }
    for (let from = 0; from < piece.text.length; ) {
      const next = starts.find((start) => start > at + from);
      const to = next === undefined ? piece.text.length : Math.min(piece.text.length, next - at);
      const part = partAt(at + from);
      if (part && piece.in === 'both') part.after += piece.text.slice(from, to);
      from = to;
    }
    at += piece.text.length;
  }
  return out.map((part, i) =>
    parts[i]?.labelled ? { ...part, before: unlabelled(part.before), after: unlabelled(part.after) } : part,
  );
}

/** "Response: " stands before the words. */
const unlabelled = (text: string): string => text.replace(/^\s*[^\n:]{1,80}:[ \t]*/, '');
