import { AppError } from '#shared/kernel/app-error.ts';
import type { Annotation } from '#shared/model/chronology-event.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import type { CallSession } from '../../kernel/session.ts';

export const annotationQueries = queries({
  'annotation.listForEvent': (db, input) =>
    selectRows<Annotation>(db, 'annotation', 'WHERE "eventId" = ? ORDER BY at, id', toBlob(input.eventId)),
});

function ownOnly(row: Record<string, unknown>, session: CallSession): void {
  if (row['person'] !== session.name) throw new AppError('notAllowed', { role: 'person who wrote it' });
}

export const annotationCommands = commands({
  'annotation.add': (store, input, ctx) => {
    const earlier = store.find('annotation', input.id) as unknown as Annotation | undefined;
    // The same id and words again is a retry after a lost connection.
    if (earlier) {
      if (earlier.eventId === input.eventId && earlier.body === input.body) return earlier;
      throw new AppError('alreadyExists', { what: 'an annotation', field: 'id' });
    }
    store.needVersion('event', input.eventId, input.eventRowVersion, 'entry');
    const row = {
      id: input.id,
      eventId: input.eventId,
      body: input.body,
      person: ctx.session.name,
      post: ctx.session.post,
      at: ctx.now,
    };
    return store.insert('annotation', row) as unknown as Annotation;
  },
  'annotation.edit': (store, input, ctx) => {
    ownOnly(store.needVersion('annotation', input.id, input.rowVersion, 'annotation'), ctx.session);
    return store.update('annotation', input.id, { body: input.body }) as unknown as Annotation;
  },
  'annotation.remove': (store, input, ctx) => {
    ownOnly(store.needVersion('annotation', input.id, input.rowVersion, 'annotation'), ctx.session);
    if (selectRows(store, 'annotationReply', 'WHERE "annotationId" = ? LIMIT 1', toBlob(input.id)).length > 0)
      throw new AppError('stillUsed', { by: 'replies to it' });
    store.remove('annotation', input.id);
    return { id: input.id };
  },
});
