import { newId } from '#shared/kernel/ids.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { fromBlob, toBlob } from '../../db/sql.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import type { ReadReply } from './read/read-reply.ts';
import type { RemarkDraft } from './read/remark-draft.ts';
import type { RemarkRow, ReplyRow } from './rows.ts';

export type NewReply = {
  copyId: string;
  fileId: string | null;
  name: string;
  sha256: string;
  bytes: Uint8Array;
  read: ReadReply;
};

export type TakenReply = { replyId: string; added: number; known: number; notPlaced: number };

/**
 * Puts the remarks of a copy that came back into the review, each waiting for a person. What the copy brought before is
 * known by its key and not added again; so the order in which files come in does not matter. Undo takes all of it out.
 */
export function takeReply(store: Store, input: NewReply, ctx: WriteContext): TakenReply {
  const drafts = input.read.drafts;
  const known = new Map(
    selectRows<RemarkRow>(store, 'panelRemark', 'WHERE "copyId" = ?', toBlob(input.copyId)).map((row) => [row.key, row]),
  );
  const fresh = drafts.filter(({ key }) => !known.has(key));
  const again = selectRows<ReplyRow>(
    store,
    'panelReply',
    'WHERE "copyId" = ? AND sha256 = ?',
    toBlob(input.copyId),
    input.sha256,
  )[0];
  for (const draft of drafts) {
    const row = known.get(draft.key);
    // Resolved once is resolved, whichever of two files is read first.
    const parentId = draft.parentKey === null ? null : (known.get(draft.parentKey)?.id ?? null);
    const late = {
      ...(draft.resolved ? { resolved: true } : {}),
      // Some programs forget what a comment replies to; a copy that still knows it says so.
      ...(row?.parentId === null && parentId !== null ? { parentId } : {}),
    };
    if (row) store.update('panelRemark', row.id, late);
  }
  const notPlaced = drafts.filter(({ placedBy }) => placedBy === 'none').length;
  const result = { added: fresh.length, known: drafts.length - fresh.length, notPlaced };
  if (again && fresh.length === 0) return { replyId: again.id, ...result };
  const replyId = newId();
  store.tx.run(`INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?,?)`, input.sha256, input.bytes);
  store.insert('panelReply', {
    id: replyId,
    copyId: input.copyId,
    fileId: input.fileId,
    name: input.name,
    sha256: input.sha256,
    readAt: ctx.now,
    readBy: ctx.session.name,
    added: result.added,
    known: result.known,
    notes: input.read.notes,
  });
  const ids = new Map([...known].map(([key, row]) => [key, row.id]));
  const events = eventsOf(store, fresh);
  let ordinal = 0;
  for (const draft of fresh) {
    const id = newId();
    ids.set(draft.key, id);
    const eventId = draft.ref === null ? null : (events.get(draft.ref) ?? null);
    store.insert('panelRemark', {
      id,
      copyId: input.copyId,
      replyId,
      parentId: draft.parentKey === null ? null : (ids.get(draft.parentKey) ?? null),
      key: draft.key,
      ordinal: ordinal++,
      kind: draft.kind,
      eventId,
      ref: draft.ref,
      alsoRefs: draft.alsoRefs.filter((ref) => events.has(ref)),
      // A number of no entry of this review places nothing.
      placedBy: draft.ref !== null && eventId === null ? 'none' : draft.placedBy,
      place: draft.place,
      quote: draft.quote,
      text: draft.text,
      field: draft.field,
      before: draft.before,
      after: draft.after,
      author: draft.author,
      account: draft.account,
      writtenAt: draft.writtenAt,
      untracked: draft.untracked,
      resolved: draft.resolved,
      state: 'waiting',
      reason: null,
      settledBy: null,
      settledPost: null,
      settledAt: null,
    });
  }
  return { replyId, ...result };
}

function eventsOf(store: Store, drafts: readonly RemarkDraft[]): Map<number, string> {
  const events = new Map<number, string>();
  for (const ref of new Set(drafts.flatMap((draft) => [...(draft.ref === null ? [] : [draft.ref]), ...draft.alsoRefs]))) {
    const row = store.get<{ id: Uint8Array }>(`SELECT id FROM event WHERE ref = ?`, ref);
    if (row) events.set(ref, fromBlob(row.id));
  }
  return events;
}
