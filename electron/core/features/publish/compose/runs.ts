import type { Block, BlockSource, Inline } from '#shared/doc-blocks/blocks.ts';
import type { RedactedText } from '../redact-text.ts';

/** Plumbline's own words. */
export function own(text: string): Inline {
  return { text, own: true };
}

export function sourceOf(text: RedactedText): BlockSource {
  const { table, id, field } = text.source;
  return { table, id, field };
}

/** The whole text as one line: for headings, labels and all that is one paragraph by its role. */
export function lineOf(text: RedactedText): Inline[] {
  return trimmed(cut(text, 0, text.text.length));
}

const BULLET = /^[ \t\u00a0]*[•◦‣▪·●○■*\uf0b7\uf0a7–-][ \t\u00a0]+(?=\S)/u;
const LINE_END = /\r\n|[\r\n\u000b\u0085\u2028\u2029]/g;

/** Each line a paragraph; lines that begin with a bullet are items of a list. */
export function paragraphsOf(text: RedactedText): Block[] {
  const blocks: Block[] = [];
  const source = sourceOf(text);
  const line = (from: number, to: number): void => {
    const bullet = BULLET.exec(text.text.slice(from, to));
    const runs = trimmed(cut(text, from + (bullet?.[0].length ?? 0), to));
    if (runs.length === 0) return;
    blocks.push(bullet ? { t: 'listItem', ordered: false, runs, source } : { t: 'paragraph', runs, source });
  };
  let from = 0;
  for (const end of text.text.matchAll(LINE_END)) {
    line(from, end.index);
    from = end.index + end[0].length;
  }
  line(from, text.text.length);
  return blocks;
}

/** A stretch of the text as runs: each issue, and each word settled to stay, is a run of its own. */
export function cut(text: RedactedText, from: number, to: number): Inline[] {
  const runs: Inline[] = [];
  const push = (start: number, end: number, extra: Pick<Inline, 'issue' | 'kept'>): void => {
    // A tab or a line break inside a line prints as a space; no-break spaces stay as written.
    const words = text.text.slice(start, end).replace(/[ \t\r\n\u000b\u0085\u2028\u2029]+/g, ' ');
    if (words !== '') runs.push({ text: words, ...extra });
  };
  const special = [
    ...text.marks.map((m) => ({ start: m.start, end: m.end, extra: { issue: m.issue } })),
    ...text.kept.map((k) => ({ start: k.start, end: k.end, extra: { kept: true as const } })),
  ].sort((a, b) => a.start - b.start);
  let at = from;
  for (const { start, end, extra } of special) {
    if (end <= at || start >= to) continue;
    if (start > at) push(at, start, {});
    push(Math.max(at, start), Math.min(end, to), extra);
    at = Math.min(end, to);
  }
  if (at < to) push(at, to, {});
  return runs;
}

export function trimmed(runs: readonly Inline[]): Inline[] {
  const out = runs.map((run) => ({ ...run }));
  for (let first = out[0]; first; first = out[0]) {
    first.text = first.text.trimStart();
    if (first.text !== '') break;
    out.shift();
  }
  for (let last = out.at(-1); last; last = out.at(-1)) {
    last.text = last.text.trimEnd();
    if (last.text !== '') break;
    out.pop();
  }
  return out;
}
