import { commands, queries } from '../../kernel/implement.ts';
import { listMemos } from './reads.ts';
import { addMemo, linkMemo, removeMemo, updateMemo } from './writes.ts';

export const memoQueries = queries({
  'memo.list': (db, input, ctx) => listMemos(db, ctx.lens, input),
});

export const memoCommands = commands({
  'memo.add': (store, input, ctx) => addMemo(store, input, ctx),
  'memo.update': (store, input, ctx) => updateMemo(store, input, ctx),
  'memo.link': (store, input) => linkMemo(store, input),
  'memo.remove': (store, input) => removeMemo(store, input),
});
