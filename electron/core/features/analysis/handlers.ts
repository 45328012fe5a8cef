import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { dateLabel } from '#shared/dates/format.ts';
import type { Evidence, Finding } from '#shared/model/analysis.ts';
import { toBlob } from '../../db/sql.ts';
import { decodeRow, selectRows, type Store } from '../../db/store.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';
import { listFindings } from './findings.ts';
import { movePosition, nextPosition } from './position.ts';
import { looseEnds, threadOf } from './thread.ts';

const oneFinding = (store: Store, id: string): Finding => {
  const found = listFindings(store).find((finding) => finding.id === id);
  if (!found) throw new AppError('notFound', { what: 'finding' });
  return found;
};

export const analysisQueries = queries({
  'finding.list': (db) => listFindings(db),
  'evidence.list': (db, input, ctx) => {
    const links = selectRows<Evidence>(db, 'evidence', 'WHERE "findingId" = ?', toBlob(input.findingId));
    const events = db
      .all<Record<string, string | number | null | Uint8Array>>(
        `SELECT e.* FROM evidence v JOIN event e ON e.id = v."eventId" WHERE v."findingId" = ? ORDER BY e.pos`,
        toBlob(input.findingId),
      )
      .map((row) => decodeRow('event', row) as StoredEvent);
    const corrections = correctionsOf(db, events);
    return events.map((event) => {
      const link = links.find((v) => v.eventId === event.id)!;
      const text = standingText(event, 'description', corrections.get(event.id) ?? new Map()) ?? '';
      return {
        ...link,
        ref: event.ref,
        agencyId: event.agencyId,
        dateLabel: dateLabel(dateOf(event)),
        text: ctx.lens.view === 'anonymised' ? ctx.lens.see(placeOf(event.id, 'description'), text).text : text,
      };
    });
  },
  'thread.of': (db, input) => threadOf(db, input.table, input.id),
  'thread.looseEnds': (db) => looseEnds(db),
});

export const analysisCommands = commands({
  'finding.add': (store, input) => {
    if (!store.find('finding', input.id)) store.insert('finding', { ...input, position: nextPosition(store, 'finding') });
    return oneFinding(store, input.id);
  },
  'finding.update': (store, input) => {
    const { id, rowVersion, ...patch } = input;
    store.needVersion('finding', id, rowVersion, 'finding');
    store.update('finding', id, patch);
    return oneFinding(store, id);
  },
  'finding.move': (store, input) => {
    store.need('finding', input.id, 'finding');
    movePosition(store, 'finding', input.id, input.to);
    return {};
  },
  'finding.remove': (store, input) => {
    store.needVersion('finding', input.id, input.rowVersion, 'finding');
    const leaning = store.get<{ n: number }>(
      `SELECT count(*) AS n FROM "recommendationFinding" WHERE "findingId" = ?`,
      toBlob(input.id),
    )!.n;
    if (leaning > 0) throw new AppError('stillUsed', { by: `${leaning} recommendations` });
    for (const link of selectRows(store, 'evidence', 'WHERE "findingId" = ?', toBlob(input.id)))
      store.remove('evidence', link.id);
    store.remove('finding', input.id);
    return { id: input.id };
  },
  'evidence.set': (store, input) => {
    store.need('finding', input.findingId, 'finding');
    let changed = 0;
    for (const eventId of new Set(input.eventIds)) {
      const link = selectRows(
        store,
        'evidence',
        'WHERE "findingId" = ? AND "eventId" = ?',
        toBlob(input.findingId),
        toBlob(eventId),
      )[0];
      if (input.stance === null) {
        if (!link) continue;
        store.remove('evidence', link.id);
      } else if (link) {
        if (link['stance'] === input.stance && link['note'] === input.note) continue;
        store.update('evidence', link.id, { stance: input.stance, note: input.note });
      } else {
        store.need('event', eventId, 'entry');
        store.insert('evidence', { id: newId(), findingId: input.findingId, eventId, stance: input.stance, note: input.note });
      }
      changed += 1;
    }
    return { changed };
  },
});
