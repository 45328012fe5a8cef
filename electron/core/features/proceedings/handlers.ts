import type { Proceeding } from '#shared/contract/proceedings.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { listProceedings, proceedingOf } from './reads.ts';

export const proceedingQueries = queries({ 'proceeding.list': (db) => listProceedings(db) });

const NOT_LIFTED = { liftedBy: null, liftedPost: null, liftedReason: null, liftedAt: null };

export const proceedingCommands = commands({
  'proceeding.add': (store, input, ctx) => {
    if (store.find('proceeding', input.id)) throw new AppError('alreadyExists', { what: 'proceedings', field: 'id' });
    refuseSilentHold(input);
    return proceedingOf(store.insert('proceeding', { ...input, person: ctx.session.name, at: ctx.now, ...NOT_LIFTED }));
  },
  'proceeding.update': (store, input) => {
    const { id, rowVersion, ...words } = input;
    const before = proceedingOf(store.needVersion('proceeding', id, rowVersion, 'proceedings'));
    refuseSilentHold(words);
    // Somebody lifted the hold on certain kinds: a kind that is held anew was never let go.
    const widened = words.heldKinds.some((kind) => !before.heldKinds.includes(kind));
    return proceedingOf(store.update('proceeding', id, { ...words, ...(widened ? NOT_LIFTED : {}) }));
  },
  'proceeding.lift': (store, input, ctx) => {
    const before = proceedingOf(store.needVersion('proceeding', input.id, input.rowVersion, 'proceedings'));
    if (before.heldKinds.length === 0) throw new AppError('badInput', { where: 'the hold', why: 'nothing is held' });
    return proceedingOf(
      store.update('proceeding', input.id, {
        liftedBy: input.name,
        liftedPost: input.post,
        liftedReason: input.reason,
        liftedAt: ctx.now,
      }),
    );
  },
  'proceeding.remove': (store, input) => {
    store.needVersion('proceeding', input.id, input.rowVersion, 'proceedings');
    store.remove('proceeding', input.id);
    return { id: input.id };
  },
});

/** A hold without a reason could neither be explained nor lifted with sense. */
function refuseSilentHold({ heldKinds, reason }: Pick<Proceeding, 'heldKinds' | 'reason'>): void {
  if (heldKinds.length > 0 && reason.trim() === '')
    throw new AppError('badInput', { where: 'the hold', why: 'a kind that is held needs a reason' });
}
