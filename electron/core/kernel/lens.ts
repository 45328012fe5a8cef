import type { TextMark } from '#shared/model/chronology-event.ts';
import type { Mention, RegisterEntry } from '#shared/model/register.ts';
import { anonymise, type KeptRun } from '#shared/redaction/anonymise.ts';
import { anonymiseFileName } from '#shared/redaction/anonymise-file-name.ts';
import { createMatcher, type Matcher } from '#shared/redaction/matcher.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import type { TextPlace } from '#shared/contract/register.ts';
import type { View } from '#shared/contract/session.ts';
import { selectRows } from '../db/store.ts';
import { fromBlobOrNull, toBlob, type ReadDb } from '../db/sql.ts';

type Decision = { start: number; end: number; entryId: string | null };
/** `kept`: what stands in an anonymised text as it was written; absent where the text is the very text. */
export type Seen = { text: string; marks: TextMark[]; kept?: readonly KeptRun[] };

/** How this session sees text: the register's mentions found on reading, settled by decisions, shown or replaced. */
export type Lens = {
  readonly view: View;
  register(): readonly RegisterEntry[];
  matcher(): Matcher;
  /** A text at its place, as this session sees it, with marks that fit what is shown. */
  see(place: TextPlace, text: string): Seen;
  /** Mentions of a text at its place, each settled by its decision where there is one; always over the real text. */
  settle(place: TextPlace | null, text: string): { mention: Mention; decided: Decision | null }[];
  /** Any text whose place is not known: the safe form for an anonymised session. */
  prose(text: string): string;
  fileName(name: string): string;
};

/** The register's matcher, built once for each state of the register and connection. */
export type MatcherCache = { stamp: string; entries: RegisterEntry[]; matcher: Matcher | null };
export const newMatcherCache = (): MatcherCache => ({ stamp: '', entries: [], matcher: null });

export function createLens(db: ReadDb, view: View, cache: MatcherCache): Lens {
  refresh(db, cache);
  const matcher = (): Matcher => (cache.matcher ??= createMatcher(cache.entries));
  const labels = new Map(cache.entries.map((entry) => [entry.id, labelOf(entry)]));

  const settle: Lens['settle'] = (place, text) => {
    const mentions = matcher().find(text);
    if (mentions.length === 0) return [];
    const decisions = decisionsFor(db, place, text);
    return mentions.map((mention) => ({
      mention,
      decided: decisions.find((d) => d.start === mention.start && d.end === mention.end) ?? null,
    }));
  };
  const replace = (place: TextPlace | null, text: string): Seen => {
    const mentions = matcher().find(text);
    if (mentions.length === 0) return { text, marks: [] };
    const hash = textHash(text);
    const result = anonymise(
      text,
      mentions,
      cache.entries,
      decisionsFor(db, place, text).map((d) => ({ ...d, textHash: hash })),
    );
    return {
      text: result.text,
      kept: result.kept,
      marks: result.marks.map((mark) => ({
        start: mark.start,
        end: mark.end,
        entryIds: mark.entryId ? [mark.entryId] : [],
        label: mark.label,
        status: mark.label === null ? 'ask' : 'sure',
      })),
    };
  };
  const markOver = (place: TextPlace, text: string): Seen => ({
    text,
    marks: settle(place, text).map(({ mention, decided }): TextMark => {
      const only = mention.entryIds.length === 1 ? mention.entryIds[0]! : null;
      const span = { start: mention.start, end: mention.end };
      if (decided?.entryId)
        return { ...span, entryIds: [decided.entryId], label: labels.get(decided.entryId) ?? null, status: 'settled' };
      if (decided) return { ...span, entryIds: [], label: null, status: 'notAPerson' };
      if (mention.status === 'sure')
        return { ...span, entryIds: mention.entryIds, label: only ? (labels.get(only) ?? null) : null, status: 'sure' };
      return { ...span, entryIds: mention.entryIds, label: null, status: 'ask' };
    }),
  });
  return {
    view,
    register: () => cache.entries,
    matcher,
    settle,
    see: (place, text) => (view === 'anonymised' ? replace(place, text) : markOver(place, text)),
    prose: (text) => (view === 'anonymised' ? replace(null, text).text : text),
    fileName: (name) => (view === 'anonymised' ? anonymiseFileName(name) : name),
  };
}

/** What stands for an entry wherever names are not shown. */
export function labelOf(entry: RegisterEntry): string {
  if (entry.publishAs === 'realName') return entry.realName;
  if (entry.publishAs === 'role' && entry.role) return entry.role;
  return entry.pseudonym || '[left out]';
}

/** The register as the public shape; absent fields are absent. */
export function registerEntries(db: ReadDb): RegisterEntry[] {
  return selectRows(db, 'registerEntry', 'ORDER BY id').map((row) => {
    const entry: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(row)) {
      if (value !== null && key !== 'rowVersion' && key !== 'givenId') entry[key] = value;
    }
    return entry as RegisterEntry;
  });
}

function refresh(db: ReadDb, cache: MatcherCache): void {
  const now = db.get<{ n: number; v: number | null; c: number | null }>(
    `SELECT count(*) AS n, max("rowVersion") AS v, (SELECT max(seq) FROM "changeSet") AS c FROM "registerEntry"`,
  )!;
  // The newest change set is part of the stamp: undo can put an older row version back.
  const stamp = `${now.n}:${now.v ?? 0}:${now.c ?? 0}`;
  if (stamp === cache.stamp) return;
  const entries = registerEntries(db);
  if (JSON.stringify(entries) !== JSON.stringify(cache.entries)) {
    cache.entries = entries;
    cache.matcher = null;
  }
  cache.stamp = stamp;
}

/**
 * Decisions about a text at its place. Without a place only those count on which every place with the same words agrees:
 * the same sentence about two people stays undecided.
 */
function decisionsFor(db: ReadDb, place: TextPlace | null, text: string): Decision[] {
  type DecisionRow = {
    placeTable: string;
    placeId: Uint8Array;
    field: string;
    start: number;
    end: number;
    entryId: Uint8Array | null;
  };
  const hash = textHash(text);
  const rows = place
    ? db.all<DecisionRow>(
        `SELECT * FROM "mentionDecision" WHERE "textHash" = ? AND "placeTable" = ? AND "placeId" = ? AND field = ?`,
        hash,
        place.table,
        toBlob(place.id),
        place.field,
      )
    : db.all<DecisionRow>(`SELECT * FROM "mentionDecision" WHERE "textHash" = ?`, hash);
  const bySpan = new Map<string, Decision | 'disputed'>();
  for (const row of rows) {
    const decision = { start: row.start, end: row.end, entryId: fromBlobOrNull(row.entryId) };
    const span = `${row.start}:${row.end}`;
    const known = bySpan.get(span);
    bySpan.set(span, known && (known === 'disputed' || known.entryId !== decision.entryId) ? 'disputed' : decision);
  }
  return [...bySpan.values()].filter((d): d is Decision => d !== 'disputed');
}
