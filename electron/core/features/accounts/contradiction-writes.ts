import { AppError } from '#shared/kernel/app-error.ts';
import type { ContradictionKind, ContradictionState } from '#shared/model/accounts.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { groupsOf } from './heads.ts';
import { inOrder } from './writes.ts';

type Settling = {
  id: string;
  aId: string;
  bId: string;
  kind: ContradictionKind;
  key: string;
  state: ContradictionState;
  note: string;
  rowVersion: number | null;
};

/** What a person says of a contradiction. One that waits again has no row, unless a person noted it. */
export function settleContradiction(store: Store, input: Settling, ctx: WriteContext): { id: string; rowVersion: number | null } {
  const [aId, bId] = inOrder(store, input);
  const known = selectRows(
    store,
    'contradiction',
    'WHERE "aId" = ? AND "bId" = ? AND kind = ? AND key = ?',
    toBlob(aId),
    toBlob(bId),
    input.kind,
    input.key,
  )[0];
  if (known && known['rowVersion'] !== input.rowVersion) throw new AppError('versionConflict', { current: known['rowVersion'] });
  if (!known && (input.rowVersion !== null || input.kind === 'other')) throw new AppError('notFound', { what: 'contradiction' });
  if (input.state !== 'open' && input.note === '')
    throw new AppError('badInput', { where: 'the note', why: 'it says how this was settled, or why it stays open' });
  if (input.state === 'open' && input.kind !== 'other') {
    if (known) store.remove('contradiction', known.id);
    return { id: known?.id ?? input.id, rowVersion: null };
  }
  const words = { state: input.state, note: input.note || null, person: ctx.session.name, at: ctx.now };
  const row = known
    ? store.update('contradiction', known.id, words)
    : store.insert('contradiction', { id: input.id, kind: input.kind, aId, bId, key: input.key, words: null, ...words });
  return { id: row.id, rowVersion: Number(row['rowVersion']) };
}

export function noteContradiction(
  store: Store,
  input: { id: string; aId: string; bId: string; words: string },
  ctx: WriteContext,
): { id: string; rowVersion: number } {
  const earlier = store.find('contradiction', input.id);
  if (earlier) return { id: earlier.id, rowVersion: Number(earlier['rowVersion']) };
  const [aId, bId] = inOrder(store, input);
  const groups = groupsOf(store, [aId, bId]);
  if (!groups.has(aId) || groups.get(aId) !== groups.get(bId))
    throw new AppError('badInput', { where: 'the contradiction', why: 'its two accounts are not in one group' });
  const row = store.insert('contradiction', {
    id: input.id,
    kind: 'other',
    aId,
    bId,
    // A pair can have several that a person noted.
    key: input.id,
    words: input.words,
    state: 'open',
    note: null,
    person: ctx.session.name,
    at: ctx.now,
  });
  return { id: row.id, rowVersion: Number(row['rowVersion']) };
}
