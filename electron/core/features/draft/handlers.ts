import { AppError } from '#shared/kernel/app-error.ts';
import type { DraftBlock } from '#shared/contract/recommendations.ts';
import { EditorBlock } from '#shared/richtext/schema.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import { findRow, selectRows, type Store } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';

type JournalRow = {
  blockId: Uint8Array;
  section: string;
  position: number;
  json: string | null;
  rowVersion: number;
  person: string;
};

const journalOf = (db: ReadDb, section: string): JournalRow[] =>
  db.all<JournalRow>(`SELECT * FROM "draftJournal" WHERE section = ?`, section);

/** A section with its unsealed edits laid over the sealed blocks. */
export function draftSection(db: ReadDb, section: string): DraftBlock[] {
  const blocks = new Map(
    selectRows<DraftBlock & { section: string }>(db, 'draftBlock', 'WHERE section = ?', section).map((row) => [row.id, row]),
  );
  for (const edit of journalOf(db, section)) {
    const id = fromBlob(edit.blockId);
    if (edit.json === null) blocks.delete(id);
    else
      blocks.set(id, {
        id,
        section,
        position: edit.position,
        json: JSON.parse(edit.json) as DraftBlock['json'],
        rowVersion: edit.rowVersion,
      });
  }
  return [...blocks.values()]
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id, position, json, rowVersion }) => ({ id, position, json, rowVersion }));
}

/** Two windows never overwrite each other: an edit names the sealed version it was made on. */
function refuseStale(store: Store, id: string, rowVersion: number): void {
  const sealed = findRow(store, 'draftBlock', id);
  if ((sealed?.['rowVersion'] ?? 0) !== rowVersion)
    throw new AppError('versionConflict', { current: sealed?.['rowVersion'] ?? 0 });
}

export const draftQueries = queries({ 'draft.get': (db, input) => draftSection(db, input.section) });

export const draftCommands = commands({
  'draft.save': (store, input, ctx) => {
    const write = (id: string, rowVersion: number, position: number, json: EditorBlock | null): void => {
      refuseStale(store, id, rowVersion);
      store.tx.run(
        `INSERT INTO "draftJournal" ("blockId", section, position, json, "rowVersion", person, at) VALUES (?,?,?,?,?,?,?)
           ON CONFLICT("blockId") DO UPDATE SET section = excluded.section, position = excluded.position, json = excluded.json, "rowVersion" = excluded."rowVersion", person = excluded.person, at = excluded.at`,
        toBlob(id),
        input.section,
        position,
        json === null ? null : JSON.stringify(json),
        rowVersion,
        ctx.session.name,
        ctx.now,
      );
    };
    for (const block of input.put) write(block.id, block.rowVersion, block.position, block.json);
    for (const gone of input.remove) write(gone.id, gone.rowVersion, 0, null);
    return { keptAt: ctx.now };
  },
  'draft.seal': (store, input) => {
    const edits = journalOf(store, input.section);
    for (const edit of edits) {
      const id = fromBlob(edit.blockId);
      const sealed = store.find('draftBlock', id);
      if ((sealed?.['rowVersion'] ?? 0) !== edit.rowVersion) throw new AppError('versionConflict');
      if (edit.json === null) {
        if (sealed) store.remove('draftBlock', id);
        continue;
      }
      const row = { section: edit.section, position: edit.position, json: EditorBlock.parse(JSON.parse(edit.json)) };
      if (sealed) store.update('draftBlock', id, row);
      else store.insert('draftBlock', { id, ...row });
    }
    store.tx.run(`DELETE FROM "draftJournal" WHERE section = ?`, input.section);
    return { blocks: edits.length };
  },
});
