import { AppError } from '#shared/kernel/app-error.ts';
import type { SavedView } from '#shared/contract/views.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { commands, queries } from '../../kernel/implement.ts';

const inOrder = (db: ReadDb): SavedView[] => selectRows<SavedView>(db, 'savedView', 'ORDER BY position, id');
const one = (store: Store, id: string): SavedView => store.need('savedView', id, 'saved view') as unknown as SavedView;

export const viewQueries = queries({ 'view.list': (db) => inOrder(db) });

export const viewCommands = commands({
  'view.add': (store, input) => {
    if (store.find('savedView', input.id)) return one(store, input.id);
    refuseSameName(store, input.name, input.id);
    const position = (inOrder(store).at(-1)?.position ?? 0) + 1;
    return store.insert('savedView', { ...input, position }) as unknown as SavedView;
  },
  'view.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('savedView', id, rowVersion, 'saved view');
    if (patch.name !== undefined) refuseSameName(store, patch.name, id);
    return store.update('savedView', id, patch) as unknown as SavedView;
  },
  'view.move': (store, input) => {
    one(store, input.id);
    if (input.before !== null) one(store, input.before);
    if (input.before !== input.id) {
      const others = inOrder(store).filter(({ id }) => id !== input.id);
      const at = others.findIndex(({ id }) => id === input.before);
      const next = at < 0 ? undefined : others[at]!.position;
      const previous = (at < 0 ? others.at(-1) : others[at - 1])?.position;
      const position = next === undefined ? (previous ?? 0) + 1 : ((previous ?? next - 2) + next) / 2;
      store.update('savedView', input.id, { position });
    }
    return { ids: inOrder(store).map(({ id }) => id) };
  },
  'view.remove': (store, input) => {
    store.needVersion('savedView', input.id, input.rowVersion, 'saved view');
    store.remove('savedView', input.id);
    return { id: input.id };
  },
});

function refuseSameName(db: ReadDb, name: string, id: string): void {
  if (db.get(`SELECT 1 FROM "savedView" WHERE name = ? COLLATE NOCASE AND id <> ?`, name, toBlob(id))) {
    throw new AppError('alreadyExists', { what: 'a view', field: 'name' });
  }
}
