import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Theme } from '#shared/model/analysis.ts';
import { bytesToId } from '#shared/kernel/ids.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { unlinkTheme } from '../memos/writes.ts';
import { removeTag, tagWhole } from '../passages/writes.ts';

function counts(db: ReadDb): Map<string, number> {
  const rows = db.all<{ themeId: Uint8Array; n: number }>(
    `SELECT t."themeId", count(*) AS n FROM "themeTag" t JOIN event e ON e.id = t."eventId" WHERE e.hidden = 0 GROUP BY t."themeId"`,
  );
  return new Map(rows.map((row) => [bytesToId(row.themeId), row.n]));
}

const oneTheme = (store: Store, id: string): Theme => ({
  ...(store.need('theme', id) as unknown as Theme),
  entries: counts(store).get(id) ?? 0,
});

function refuseSameName(db: ReadDb, name: string, id: string): void {
  if (db.get(`SELECT 1 FROM theme WHERE name = ? COLLATE NOCASE AND id <> ?`, name, toBlob(id))) {
    throw new AppError('alreadyExists', { what: 'a theme', field: 'name' });
  }
}

export const themeQueries = queries({
  'theme.list': (db) => {
    const entries = counts(db);
    return selectRows<Theme>(db, 'theme', 'ORDER BY position, name').map((theme) => ({
      ...theme,
      entries: entries.get(theme.id) ?? 0,
    }));
  },
});

export const themeCommands = commands({
  'theme.add': (store, input) => {
    if (store.find('theme', input.id)) return oneTheme(store, input.id);
    refuseSameName(store, input.name, input.id);
    if (input.parentId) store.need('theme', input.parentId, 'theme');
    const position = (store.get<{ p: number | null }>(`SELECT max(position) AS p FROM theme`)?.p ?? 0) + 1;
    store.insert('theme', { id: input.id, parentId: input.parentId, name: input.name, definition: input.definition, position });
    return oneTheme(store, input.id);
  },
  'theme.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('theme', id, rowVersion, 'theme');
    if (patch.name !== undefined) refuseSameName(store, patch.name, id);
    if (patch.parentId) refuseCircle(store, id, patch.parentId);
    store.update('theme', id, patch);
    return oneTheme(store, id);
  },
  'theme.remove': (store, input) => {
    store.needVersion('theme', input.id, input.rowVersion, 'theme');
    if (store.get(`SELECT 1 FROM theme WHERE "parentId" = ?`, toBlob(input.id)))
      throw new AppError('stillUsed', { by: 'themes below it' });
    const tags = selectRows(store, 'themeTag', 'WHERE "themeId" = ?', toBlob(input.id));
    const passages = tags.reduce((sum, tag) => sum + removeTag(store, tag.id), 0);
    const memos = unlinkTheme(store, input.id);
    store.remove('theme', input.id);
    return {
      tagsRemoved: tags.length,
      ...(passages > 0 ? { passagesRemoved: passages } : {}),
      ...(memos > 0 ? { memosUnlinked: memos } : {}),
    };
  },
  'tag.set': (store, input) => {
    store.need('theme', input.themeId, 'theme');
    let changed = 0;
    let passages = 0;
    for (const eventId of new Set(input.eventIds)) {
      const tag = selectRows(
        store,
        'themeTag',
        'WHERE "themeId" = ? AND "eventId" = ?',
        toBlob(input.themeId),
        toBlob(eventId),
      )[0];
      if (input.on && !tag) {
        store.need('event', eventId, 'entry');
        store.insert('themeTag', { id: newId(), themeId: input.themeId, eventId });
        changed += 1;
      } else if (!input.on && tag) {
        passages += removeTag(store, tag.id);
        changed += 1;
      } else if (tag && tagWhole(store, tag.id)) {
        changed += 1;
      }
    }
    return { changed, ...(passages > 0 ? { passages } : {}) };
  },
});

function refuseCircle(store: Store, id: string, parentId: string): void {
  for (let at: string | null = parentId; at !== null; ) {
    if (at === id) throw new AppError('badInput', { where: 'the theme', why: 'a theme cannot stand below itself' });
    at = (store.need('theme', at, 'theme')['parentId'] as string | null) ?? null;
  }
}
