import { AppError } from '#shared/kernel/app-error.ts';
import { findRow } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import type { StoredEvent } from '../chronology/reads.ts';
import { listPassages, passagesOf } from './reads.ts';
import { placePassage, removePassage, tagPassage } from './tag-passage.ts';

export const passageQueries = queries({
  'passage.ofEvent': (db, input, ctx) => {
    const event = findRow(db, 'event', input.eventId) as StoredEvent | undefined;
    if (!event) throw new AppError('notFound', { what: 'entry' });
    return passagesOf(db, ctx.lens, [event]);
  },
  'passage.list': (db, input, ctx) => listPassages(db, ctx.lens, input),
});

export const passageCommands = commands({
  'passage.tag': (store, input, ctx) => tagPassage(store, input, ctx),
  'passage.place': (store, input, ctx) => placePassage(store, input, ctx),
  'passage.remove': (store, input) => removePassage(store, input),
});
