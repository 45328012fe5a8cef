import { AppError } from '#shared/kernel/app-error.ts';
import { fromBlob, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { findRow } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { annotateMany } from './bulk-annotate.ts';
import { fixDates, previewDates, tagMany } from './bulk.ts';
import { eventDetail } from './detail.ts';
import type { StoredEvent } from './event-row.ts';
import { headingsOf } from './groups.ts';
import { startOfDay } from './place.ts';
import { anchorsOf, countBefore, gatheredOf, toLines, toRows, visibleEventsFrom } from './reads.ts';
import { addEvent, correctEvent, reorderEvent } from './writes.ts';

export const chronologyQueries = queries({
  'chronology.page': (db, input, ctx) => {
    const page = visibleEventsFrom(db, ctx.lens, input.filter, input.from, input.limit, input.skip);
    return { rows: toRows(db, ctx.lens, page.events, page.terms, input.beside, page.beneath), next: page.next };
  },
  'chronology.anchors': (db, input, ctx) => anchorsOf(db, ctx.lens, input.filter, input.group),
  'chronology.lines': (db, input, ctx) => {
    const page = visibleEventsFrom(db, ctx.lens, input.filter, input.from, input.limit);
    return { lines: toLines(db, ctx.lens, page.events), next: page.next };
  },
  'bulk.datesPreview': (db, input, ctx) => previewDates(db, input, ctx),
  'chronology.get': (db, input, ctx) => eventDetail(db, input.id, ctx),
  'chronology.find': (db, input, ctx) => {
    const asked = input.day === undefined ? positionOf(db, input) : startOfDay(input.day);
    if (asked === null) return null;
    // Of an account that stands beneath another: where the other stands.
    const from = gatheredOf(db, ctx.lens, input.filter).standsFor.get(asked) ?? asked;
    const first = visibleEventsFrom(db, ctx.lens, input.filter, from, 1).events[0];
    if (!first || (input.day === undefined && first.pos !== from)) return null;
    if (!input.group) return { id: first.id, index: countBefore(db, ctx.lens, input.filter, first.pos) };
    const headings = headingsOf(db, first, input.group);
    const key = input.prefer !== undefined && headings.includes(input.prefer) ? input.prefer : (headings[0] ?? null);
    const filter = { ...input.filter, within: { by: input.group, key } };
    return { id: first.id, index: countBefore(db, ctx.lens, filter, first.pos), key };
  },
  'chronology.neighbour': (db, input) => {
    const event = findRow(db, 'event', input.id) as StoredEvent | undefined;
    if (!event) throw new AppError('notFound', { what: 'entry' });
    const params: SqlValue[] = [event.pos];
    if (input.sameAgency) params.push(toBlob(event.agencyId));
    const found = db.get<{ id: Uint8Array }>(
      `SELECT id FROM event WHERE hidden = 0 AND pos ${input.direction === 'next' ? '>' : '<'} ? ${input.sameAgency ? 'AND "agencyId" = ?' : ''}
        ORDER BY pos ${input.direction === 'next' ? 'ASC' : 'DESC'} LIMIT 1`,
      ...params,
    );
    return found ? { id: fromBlob(found.id) } : null;
  },
});

function positionOf(db: ReadDb, input: { id?: string | undefined; ref?: number | undefined }): number | null {
  const row =
    input.id !== undefined
      ? db.get<{ pos: number }>(`SELECT pos FROM event WHERE id = ? AND hidden = 0`, toBlob(input.id))
      : db.get<{ pos: number }>(`SELECT pos FROM event WHERE ref = ? AND hidden = 0`, input.ref ?? -1);
  return row?.pos ?? null;
}

export const chronologyCommands = commands({
  'bulk.tag': (store, input, ctx) => tagMany(store, input, ctx),
  'bulk.annotate': (store, input, ctx) => annotateMany(store, input, ctx),
  'bulk.dates': (store, input, ctx) => fixDates(store, input, ctx),
  'chronology.add': (store, input) => addEvent(store, input),
  'chronology.correct': (store, input, ctx) => correctEvent(store, input, ctx),
  'chronology.reorder': (store, input) => reorderEvent(store, input),
});
