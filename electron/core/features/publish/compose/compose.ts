import type { Block, DocBlocks, Inline } from '#shared/doc-blocks/blocks.ts';
import { inlineText } from '#shared/doc-blocks/text.ts';
import type { Mention, RegisterEntry } from '#shared/model/register.ts';
import type { Matcher } from '#shared/redaction/matcher.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fieldIssue, type PublishIssue } from '../issues.ts';
import { isRedacted, type Redacted } from '../redact.ts';
import { draftBlocks } from './draft-blocks.ts';

/** A word of the register that may stand in the finished file: only in this very paragraph, only this often in it. */
export type AllowedWord = { context: string; word: string; count: number };

declare const brand: unique symbol;
/** Blocks made of redacted content, with the words that may remain. Only `compose` makes one; `render` accepts nothing else. */
export type Composed = {
  readonly [brand]: 'Composed';
  readonly doc: DocBlocks;
  readonly allowed: readonly AllowedWord[];
  readonly modelHash: string;
  readonly publishedOn: string;
};
const made = new WeakSet<object>();

export function isComposed(value: unknown): value is Composed {
  return typeof value === 'object' && value !== null && made.has(value);
}

export type ComposeResult = { composed: Composed; blocked: null } | { composed: null; blocked: PublishIssue[] };

/** Composes, then reads every paragraph as a whole: joined fields may say what none of them says alone. */
export function compose(redacted: Redacted, matcher: Matcher, register: readonly RegisterEntry[]): ComposeResult {
  assert(isRedacted(redacted), 'only redacted content is composed');
  const drawn = draftBlocks(redacted.content);
  const entries = new Map(register.map((entry) => [entry.id, entry]));
  const allowed = new Map<string, AllowedWord>();
  const blocked: PublishIssue[] = [];
  for (const block of drawn.blocks) {
    const source = 'source' in block ? block.source : undefined;
    for (const runs of linesOf(block)) {
      const line = inlineText(runs);
      const inLine = new Map<string, AllowedWord>();
      for (const mention of matcher.find(line)) {
        if (isPublic(mention, entries)) continue;
        if (isCovered(mention, runs)) allow(inLine, line, mention.text);
        else blocked.push(joinedIssue(source, mention));
      }
      for (const [key, word] of inLine) allowed.set(key, word);
    }
  }
  if (blocked.length > 0) return { composed: null, blocked };
  const { modelHash, content } = redacted;
  const doc = withoutMarks(drawn);
  // The title stands in the footer too, with the page numbers after it.
  for (const word of [...allowed.values()].filter(({ context }) => context === doc.title)) {
    allowed.set(JSON.stringify([footerLine(doc.title), word.word]), { ...word, context: footerLine(doc.title) });
  }
  const parts: Omit<Composed, typeof brand> = {
    doc,
    allowed: [...allowed.values()],
    modelHash,
    publishedOn: content.publishedOn,
  };
  const composed = Object.freeze(parts) as Composed;
  made.add(composed);
  return { composed, blocked: null };
}

/** The paragraphs of a block as runs, in the order of `blockLines`. */
function linesOf(block: Block): Inline[][] {
  const ownLine = (text: string): Inline[] => [{ text, own: true }];
  if (block.t === 'labelled') return [[...ownLine(`${block.label}: `), ...block.runs]];
  if (block.t === 'contents') return block.items.map((item) => item.runs);
  if (block.t !== 'table') return [block.runs];
  return [ownLine(block.caption), ...block.header.map(ownLine), ...block.rows.flat()];
}

/** How the footer reads: the numbers are fields, which hold no text. */
export function footerLine(title: string): string {
  return `${title} Page  of `;
}

function isPublic(mention: Mention, entries: ReadonlyMap<string, RegisterEntry>): boolean {
  return mention.kind === 'name' && mention.entryIds.every((id) => entries.get(id)?.publishAs === 'realName');
}

/** Settled words, and a doubtful name in Plumbline's own ("Published 18 May 2026"), are where they may be. */
function isCovered(mention: Mention, runs: readonly Inline[]): boolean {
  let at = 0;
  for (const run of runs) {
    const end = at + run.text.length;
    const meets = at < mention.end && end > mention.start;
    const mayStand = run.kept === true || (run.own === true && mention.kind === 'name' && mention.status === 'ask');
    if (meets && !mayStand) return false;
    at = end;
  }
  return at >= mention.end;
}

function allow(allowed: Map<string, AllowedWord>, context: string, word: string): void {
  const key = JSON.stringify([context, word]);
  const known = allowed.get(key);
  if (known) known.count += 1;
  else allowed.set(key, { context, word, count: 1 });
}

function joinedIssue(source: { table: string; id: string; field: string } | undefined, mention: Mention): PublishIssue {
  const at = source ?? { table: 'publication', id: '', field: 'text' };
  const message = 'Two texts that stand beside each other read together as someone on the register. Change one of them.';
  const issue = fieldIssue('nameInText', message, { ...at, number: null, label: 'A line of the publication' }, 'Open the text');
  return { ...issue, words: mention.text, entryIds: mention.entryIds };
}

/** The finished file carries no trace of where issues were or which words were settled. */
function withoutMarks(doc: DocBlocks): DocBlocks {
  const clean = (runs: readonly Inline[]): Inline[] => {
    const out: Inline[] = [];
    for (const { text, bold, italic } of runs) {
      const last = out.at(-1);
      if (last && last.bold === bold && last.italic === italic) last.text += text;
      else out.push({ text, ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) });
    }
    return out;
  };
  const blocks = doc.blocks.map((block) => {
    if (block.t === 'contents') return { ...block, items: block.items.map((item) => ({ ...item, runs: clean(item.runs) })) };
    if (block.t === 'table') return { ...block, rows: block.rows.map((row) => row.map(clean)) };
    if (block.t !== 'heading') return { ...block, runs: clean(block.runs) };
    const { issues: _issues, ...heading } = block;
    return { ...heading, runs: clean(block.runs) };
  });
  return { ...doc, blocks };
}
