import { AppError } from '#shared/kernel/app-error.ts';
import type { AnnotationReply } from '#shared/contract/discussion.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';

export const repliesOf = (db: ReadDb, eventId: string): AnnotationReply[] =>
  selectRows<AnnotationReply>(
    db,
    'annotationReply',
    'WHERE "annotationId" IN (SELECT id FROM annotation WHERE "eventId" = ?) ORDER BY "rowVersion", id',
    toBlob(eventId),
  );

type NewReply = Pick<AnnotationReply, 'id' | 'annotationId' | 'kind' | 'body'>;

export function addReply(store: Store, input: NewReply, ctx: WriteContext): AnnotationReply {
  const earlier = store.find('annotationReply', input.id) as AnnotationReply | undefined;
  if (earlier) {
    // The same once more is a retry after a lost connection.
    const { annotationId, kind, body } = earlier;
    if (annotationId === input.annotationId && kind === input.kind && body === input.body) return earlier;
    throw new AppError('alreadyExists', { what: 'a reply', field: 'id' });
  }
  store.need('annotation', input.annotationId, 'annotation');
  if (input.kind === 'reply' && input.body === null)
    throw new AppError('badInput', { where: 'the reply', why: 'it has no words' });
  const settled = isSettled(store, input.annotationId);
  if (input.kind === 'settled' && settled) throw new AppError('badInput', { where: 'the thread', why: 'it is settled already' });
  if (input.kind === 'reopened' && !settled) throw new AppError('badInput', { where: 'the thread', why: 'it is open already' });
  const by = { person: ctx.session.name, post: ctx.session.post, at: ctx.now };
  return store.insert('annotationReply', { ...input, ...by }) as unknown as AnnotationReply;
}

function isSettled(db: ReadDb, annotationId: string): boolean {
  const last = selectRows<AnnotationReply>(
    db,
    'annotationReply',
    `WHERE "annotationId" = ? AND kind <> 'reply' ORDER BY "rowVersion" DESC, id DESC LIMIT 1`,
    toBlob(annotationId),
  )[0];
  return last?.kind === 'settled';
}

/** The reply, where it is this person's own. That a thread was settled or opened again is record, and stays. */
export function ownReply(store: Store, input: { id: string; rowVersion: number }, ctx: WriteContext): AnnotationReply {
  const row = store.needVersion('annotationReply', input.id, input.rowVersion, 'reply') as unknown as AnnotationReply;
  if (row.person !== ctx.session.name) throw new AppError('notAllowed', { role: 'person who wrote it' });
  if (row.kind !== 'reply')
    throw new AppError('badInput', { where: 'the thread', why: 'settling and opening again stay on record' });
  return row;
}
