import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import type { MemoRow } from './reads.ts';

type Links = { eventIds: readonly string[]; themeIds: readonly string[] };

const versionOf = (row: object): number => (row as MemoRow).rowVersion;

export function addMemo(store: Store, input: InputOf<'memo.add'>, ctx: WriteContext): OutputOf<'memo.add'> {
  const { id, title, body } = input;
  const earlier = store.find('memo', id) as MemoRow | undefined;
  if (earlier) {
    // The same once more is a retry after a lost connection.
    if (earlier.body === body && earlier.title === title) return { id, rowVersion: earlier.rowVersion };
    throw new AppError('alreadyExists', { what: 'a memo', field: 'id' });
  }
  const { name: person, post } = ctx.session;
  const row = store.insert('memo', { id, title, body, person, post, at: ctx.now });
  setLinks(store, id, input, true);
  return { id, rowVersion: versionOf(row) };
}

export function updateMemo(store: Store, input: InputOf<'memo.update'>, ctx: WriteContext): OutputOf<'memo.update'> {
  const { id, rowVersion, title, body } = input;
  const row = store.needVersion('memo', id, rowVersion, 'memo') as MemoRow;
  if (row.title === title && row.body === body) return { id, rowVersion };
  const { name: person, post } = ctx.session;
  return { id, rowVersion: versionOf(store.update('memo', id, { title, body, person, post, at: ctx.now })) };
}

export function linkMemo(store: Store, input: InputOf<'memo.link'>): OutputOf<'memo.link'> {
  const { id, rowVersion, on } = input;
  store.needVersion('memo', id, rowVersion, 'memo');
  const changed = setLinks(store, id, input, on);
  return { id, changed, rowVersion: changed > 0 ? versionOf(store.touch('memo', id)) : rowVersion };
}

export function removeMemo(store: Store, input: InputOf<'memo.remove'>): OutputOf<'memo.remove'> {
  store.needVersion('memo', input.id, input.rowVersion, 'memo');
  for (const link of selectRows(store, 'memoLink', 'WHERE "memoId" = ?', toBlob(input.id))) store.remove('memoLink', link.id);
  store.remove('memo', input.id);
  return { id: input.id };
}

/** A theme goes: memos about it stay, without the link. Answers how many. */
export function unlinkTheme(store: Store, themeId: string): number {
  const links = selectRows(store, 'memoLink', 'WHERE "themeId" = ?', toBlob(themeId));
  for (const link of links) store.remove('memoLink', link.id);
  return links.length;
}

function setLinks(store: Store, memoId: string, links: Links, on: boolean): number {
  let changed = 0;
  for (const [column, table, ids] of [
    ['eventId', 'event', links.eventIds],
    ['themeId', 'theme', links.themeIds],
  ] as const) {
    for (const id of new Set(ids)) {
      const link = selectRows(store, 'memoLink', `WHERE "memoId" = ? AND "${column}" = ?`, toBlob(memoId), toBlob(id))[0];
      if (on === (link !== undefined)) continue;
      if (link) store.remove('memoLink', link.id);
      else {
        store.need(table, id, table === 'event' ? 'entry' : 'theme');
        store.insert('memoLink', { id: newId(), memoId, eventId: null, themeId: null, [column]: id });
      }
      changed += 1;
    }
  }
  return changed;
}
