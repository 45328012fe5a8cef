import { createHash } from 'node:crypto';
import { plainWords } from '#core/papers/panel-mark.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import type { PlacedBy, RemarkKind } from '#shared/model/panel.ts';
import type { Claim } from './read-body.ts';

/** One thing said in a copy, before it has its place in the review. */
export type RemarkDraft = {
  /** What it is, whatever else a program changed in the file: the same remark read again has the same key. */
  key: string;
  parentKey: string | null;
  kind: RemarkKind;
  ref: number | null;
  alsoRefs: number[];
  placedBy: PlacedBy;
  place: string | null;
  quote: string | null;
  text: string;
  field: CorrectedField | null;
  before: string | null;
  after: string | null;
  author: string | null;
  account: string | null;
  writtenAt: string | null;
  untracked: boolean;
  resolved: boolean;
};

const PLAIN: Omit<RemarkDraft, 'key' | 'kind'> = {
  parentKey: null,
  ref: null,
  alsoRefs: [],
  placedBy: 'none',
  place: null,
  quote: null,
  text: '',
  field: null,
  before: null,
  after: null,
  author: null,
  account: null,
  writtenAt: null,
  untracked: false,
  resolved: false,
};
export type DraftParts = Partial<Omit<RemarkDraft, 'key'>> & { kind: RemarkKind };

/**
 * Collects drafts and gives each its key: kind, entry and words, for a comment its author and hour too. A program that
 * saves the file again changes none of these (what a comment replies to, some forget). The second of two that are alike has a key of its own.
 */
export class Drafts {
  readonly list: RemarkDraft[] = [];
  readonly #seen = new Map<string, number>();

  add(parts: DraftParts): RemarkDraft {
    const draft = { ...PLAIN, ...parts };
    const spoken = draft.kind === 'comment' ? [draft.author, draft.writtenAt] : [];
    const what = [draft.kind, draft.ref, draft.field, plainWords(draft.text), plainWords(draft.after ?? ''), ...spoken];
    const bare = JSON.stringify(what);
    const n = (this.#seen.get(bare) ?? 0) + 1;
    this.#seen.set(bare, n);
    const key = createHash('sha256').update(`${bare} ${n}`).digest('hex').slice(0, 32);
    const kept = { ...draft, key };
    this.list.push(kept);
    return kept;
  }
}

/** Who made a tracked change. Several at one place are all named; the latest hour stands. */
export function claimed(by: readonly Claim[]): { author: string | null; writtenAt: string | null } {
  const authors = [...new Set(by.flatMap(({ author }) => author ?? []))];
  const hours = by.flatMap(({ at }) => at ?? []).sort();
  return { author: authors.length === 0 ? null : authors.join('; ').slice(0, 400), writtenAt: hours.at(-1) ?? null };
}
