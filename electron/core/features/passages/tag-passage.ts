import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { Passage } from '#shared/contract/passages.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { toWritten } from '#shared/redaction/carry-through.ts';
import { toBlob } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { WriteContext } from '../../kernel/implement.ts';
import { correctionsOf, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';
import { passagesOf } from './reads.ts';
import { spanColumns, type PassageRow } from './stands.ts';

type Named = { eventId: string; eventRowVersion: number; field: EventField; start: number; end: number; words: string };
type Columns = ReturnType<typeof spanColumns>;

/** What a session pointed at, in the text as it was written. Words that do not stand there mean that it saw another text. */
function spanNamed(store: Store, named: Named, ctx: WriteContext): { event: StoredEvent; columns: Columns } {
  const event = store.needVersion('event', named.eventId, named.eventRowVersion, 'entry') as StoredEvent;
  const text = standingText(event, named.field, correctionsOf(store, [event]).get(event.id) ?? new Map()) ?? '';
  const { start, end } = named;
  const refuse = (why: string): never => {
    throw new AppError('badInput', { where: 'the passage', why });
  };
  if (ctx.lens.view === 'identified') {
    if (text.slice(start, end) !== named.words) refuse('its words do not stand there');
    return { event, columns: spanColumns(text, wholeCharacters(text, { start, end })) };
  }
  const seen = ctx.lens.see(placeOf(event.id, named.field), text);
  if (seen.text.slice(start, end) !== named.words) refuse('its words do not stand there as they are shown');
  const written = seen.kept ? toWritten(seen.kept, text.length, { start, end }) : { start, end };
  if (written.end <= written.start) refuse('it holds nothing that was written');
  return { event, columns: spanColumns(text, wholeCharacters(text, written)) };
}

const isLow = (text: string, at: number): boolean =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
/** No end within a character that is two code units. */
const wholeCharacters = (text: string, { start, end }: { start: number; end: number }): { start: number; end: number } => ({
  start: isLow(text, start) ? start - 1 : start,
  end: isLow(text, end) ? end + 1 : end,
});

/** The entry's own tag of the theme: the one it has, or a new one. */
function ensureTag(store: Store, themeId: string, eventId: string): { tagId: string; brought: boolean } {
  const tag = selectRows(store, 'themeTag', 'WHERE "themeId" = ? AND "eventId" = ?', toBlob(themeId), toBlob(eventId))[0];
  if (tag) return { tagId: tag.id, brought: false };
  const tagId = newId();
  store.insert('themeTag', { id: tagId, themeId, eventId });
  return { tagId, brought: true };
}

function one(store: Store, row: PassageRow, ctx: WriteContext): Passage {
  const event = store.need('event', row.eventId, 'entry') as StoredEvent;
  return passagesOf(store, ctx.lens, [event]).find(({ id }) => id === row.id)!;
}

export function tagPassage(store: Store, input: InputOf<'passage.tag'>, ctx: WriteContext): OutputOf<'passage.tag'> {
  const earlier = store.find('passage', input.id) as PassageRow | undefined;
  if (earlier) {
    // The same once more is a retry after a lost connection.
    const { themeId } = store.need('themeTag', earlier.tagId);
    if (earlier.eventId === input.eventId && earlier.field === input.field && themeId === input.themeId)
      return one(store, earlier, ctx);
    throw new AppError('alreadyExists', { what: 'a passage', field: 'id' });
  }
  store.need('theme', input.themeId, 'theme');
  const { event, columns } = spanNamed(store, input, ctx);
  const { tagId, brought } = ensureTag(store, input.themeId, event.id);
  const same = selectRows<PassageRow>(
    store,
    'passage',
    'WHERE "tagId" = ? AND field = ? AND start = ? AND "end" = ? AND quote = ?',
    toBlob(tagId),
    input.field,
    columns.start,
    columns.end,
    columns.quote,
  )[0];
  if (same) return one(store, same, ctx);
  const { name: person, post } = ctx.session;
  const row = {
    id: input.id,
    tagId,
    eventId: event.id,
    field: input.field,
    ...columns,
    bringsTag: brought,
    person,
    post,
    at: ctx.now,
  };
  return one(store, store.insert('passage', row) as PassageRow, ctx);
}

export function placePassage(store: Store, input: InputOf<'passage.place'>, ctx: WriteContext): OutputOf<'passage.place'> {
  const row = store.needVersion('passage', input.id, input.rowVersion, 'passage') as PassageRow;
  const { event, columns } = spanNamed(store, input, ctx);
  const place = { field: input.field, ...columns };
  if (event.id === row.eventId) return one(store, store.update('passage', row.id, place) as PassageRow, ctx);
  // Words that now stand in another entry take the theme with them; the tag that they had brought here goes.
  const themeId = String(store.need('themeTag', row.tagId)['themeId']);
  const { tagId, brought } = ensureTag(store, themeId, event.id);
  const moved = store.update('passage', row.id, { ...place, tagId, eventId: event.id, bringsTag: brought }) as PassageRow;
  if (row.bringsTag) handOnTag(store, row.tagId);
  return one(store, moved, ctx);
}

export function removePassage(store: Store, input: InputOf<'passage.remove'>): OutputOf<'passage.remove'> {
  const row = store.needVersion('passage', input.id, input.rowVersion, 'passage') as PassageRow;
  store.remove('passage', row.id);
  const entryKeepsTheme = !row.bringsTag || input.keepTheme || handOnTag(store, row.tagId);
  return { id: row.id, entryKeepsTheme };
}

/** A tag that came with a passage stays as long as another passage leans on it. Answers whether it stays. */
function handOnTag(store: Store, tagId: string): boolean {
  const next = selectRows<PassageRow>(store, 'passage', 'WHERE "tagId" = ? ORDER BY id LIMIT 1', toBlob(tagId))[0];
  if (next) store.update('passage', next.id, { bringsTag: true });
  else store.remove('themeTag', tagId);
  return next !== undefined;
}
