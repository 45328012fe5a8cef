import { MOST_ANNOTATED } from '#shared/contract/bulk.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { entriesInWords, idsOf } from './bulk.ts';

/** The same words on each of many entries, under one name, as one change. */
export function annotateMany(store: Store, input: InputOf<'bulk.annotate'>, ctx: WriteContext): OutputOf<'bulk.annotate'> {
  const earlier = store.find('annotation', input.id);
  if (earlier) {
    if (earlier['body'] !== input.body) throw new AppError('alreadyExists', { what: 'an annotation', field: 'id' });
    // The same once more is a retry after a lost connection.
    const { n } = store.get<{ n: number }>(
      `SELECT count(*) AS n FROM annotation WHERE "rowVersion" = ? AND body = ?`,
      earlier['rowVersion'] as number,
      input.body,
    )!;
    return { entries: n };
  }
  const ids = idsOf(store, ctx.lens, input.target, MOST_ANNOTATED);
  const { name: person, post } = ctx.session;
  ids.forEach((eventId, i) => {
    store.need('event', eventId, 'entry');
    store.insert('annotation', { id: i === 0 ? input.id : newId(), eventId, body: input.body, person, post, at: ctx.now });
  });
  ctx.unit.rename(`Annotate ${entriesInWords(ids.length)}`);
  return { entries: ids.length };
}
