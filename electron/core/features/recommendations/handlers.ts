import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Action, Recommendation, StagedAction } from '#shared/model/recommendation.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { movePosition, nextPosition } from '../analysis/writes.ts';
import { actionLines, listActions, listRecommendations } from './reads.ts';

const PLAN = { heading: null, text: '', owners: [], leadAgency: null, timescale: null, successMeasure: null, assurance: [] };

export const recommendationQueries = queries({
  'recommendation.list': (db) => listRecommendations(db),
  'action.list': (db) => actionLines(db),
  'action.rows': (db) => listActions(db),
});

function oneRecommendation(store: Store, id: string): Recommendation {
  const found = listRecommendations(store).find((row) => row.id === id);
  if (!found) throw new AppError('notFound', { what: 'recommendation' });
  const { number: _number, actions: _actions, ...row } = found;
  return row;
}

function setFindings(store: Store, recommendationId: string, findingIds: readonly string[]): void {
  const links = selectRows(store, 'recommendationFinding', 'WHERE "recommendationId" = ?', toBlob(recommendationId));
  for (const link of links) if (!findingIds.includes(String(link['findingId']))) store.remove('recommendationFinding', link.id);
  for (const findingId of new Set(findingIds)) {
    if (links.some((link) => link['findingId'] === findingId)) continue;
    store.need('finding', findingId, 'finding');
    store.insert('recommendationFinding', { id: newId(), recommendationId, findingId });
  }
}

export const recommendationCommands = commands({
  'recommendation.add': (store, input) => {
    const { findingIds, ...fields } = input;
    if (!store.find('recommendation', input.id)) {
      store.insert('recommendation', {
        ...PLAN,
        expectedOutcome: null,
        level: null,
        preamble: null,
        ...fields,
        position: nextPosition(store, 'recommendation'),
        placed: true,
      });
      setFindings(store, input.id, findingIds ?? []);
    }
    return oneRecommendation(store, input.id);
  },
  'recommendation.update': (store, input) => {
    const { id, rowVersion, findingIds, ...patch } = input;
    store.needVersion('recommendation', id, rowVersion, 'recommendation');
    store.update('recommendation', id, patch);
    if (findingIds) {
      setFindings(store, id, findingIds);
      store.touch('recommendation', id);
    }
    return oneRecommendation(store, id);
  },
  'recommendation.move': (store, input) => {
    store.need('recommendation', input.id, 'recommendation');
    movePosition(store, 'recommendation', input.id, input.to);
    return {};
  },
  'recommendation.remove': (store, input) => {
    store.needVersion('recommendation', input.id, input.rowVersion, 'recommendation');
    const actions = store.get<{ n: number }>(
      `SELECT count(*) AS n FROM action WHERE "recommendationId" = ?`,
      toBlob(input.id),
    )!.n;
    if (actions > 0) throw new AppError('stillUsed', { by: `${actions} actions` });
    setFindings(store, input.id, []);
    store.remove('recommendation', input.id);
    return { id: input.id };
  },
  'action.add': (store, input) => {
    if (input.recommendationId) store.need('recommendation', input.recommendationId, 'recommendation');
    const known = store.find('action', input.id);
    if (known) return known as unknown as Action;
    return store.insert('action', {
      ...PLAN,
      status: 'notStarted',
      ...input,
      position: nextPosition(store, 'action'),
    }) as unknown as Action;
  },
  'action.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('action', id, rowVersion, 'action');
    if (patch.recommendationId) store.need('recommendation', patch.recommendationId, 'recommendation');
    return store.update('action', id, patch) as unknown as Action;
  },
  'action.move': (store, input) => {
    store.need('action', input.id, 'action');
    movePosition(store, 'action', input.id, input.to);
    return {};
  },
  'action.remove': (store, input) => {
    store.needVersion('action', input.id, input.rowVersion, 'action');
    store.remove('action', input.id);
    return { id: input.id };
  },
  'action.import': (store, input) => {
    importActions(store, input.items);
    return actionLines(store);
  },
});

/** Adds what was read; an action whose recommendation was read too is put under it. */
export function importActions(store: Store, items: readonly StagedAction[]): void {
  const ids: string[] = [];
  for (const item of items) {
    const id = newId();
    ids.push(id);
    const { kind, parent, number: _number, ...plan } = item;
    if (kind === 'recommendation') {
      store.insert('recommendation', {
        id,
        ...plan,
        expectedOutcome: null,
        level: null,
        preamble: null,
        position: nextPosition(store, 'recommendation'),
        placed: true,
      });
    } else {
      const above = parent === null ? undefined : items[parent];
      if (parent !== null && above?.kind !== 'recommendation')
        throw new AppError('badInput', { where: 'the list', why: 'an action follows something that is no recommendation' });
      store.insert('action', {
        id,
        ...plan,
        recommendationId: parent === null ? null : ids[parent]!,
        status: 'notStarted',
        position: nextPosition(store, 'action'),
      });
    }
  }
}
