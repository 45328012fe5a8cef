import { dateLabel } from '#shared/dates/format.ts';
import type { CorrectedField, EventDetail } from '#shared/model/chronology-event.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import type { ReadContext } from '../../kernel/implement.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { dateOf, EVENT_FIELDS, standingText, type StoredEvent } from './event-row.ts';
import { correctionsOf, newestOf, placeOf, sourceRows, tagsOf } from './reads.ts';

/** Everything that the inspector shows of one entry. Throws `notFound`. */
export function eventDetail(db: ReadDb, id: string, ctx: ReadContext): EventDetail {
  const event = findRow(db, 'event', id) as StoredEvent | undefined;
  if (!event) throw new AppError('notFound', { what: 'entry' });
  const own = correctionsOf(db, [event]).get(id) ?? new Map<CorrectedField, string | null>();
  const recommendations = db
    .all<{ id: Uint8Array; text: string; n: number }>(
      `SELECT DISTINCT r.id, r.text, (SELECT count(*) FROM recommendation p WHERE p.placed = 1 AND p.position <= r.position) AS n FROM recommendation r
         JOIN "recommendationFinding" rf ON rf."recommendationId" = r.id JOIN evidence v ON v."findingId" = rf."findingId"
        WHERE v."eventId" = ? ORDER BY r.position`,
      toBlob(id),
    )
    .map((row) => ({ id: fromBlob(row.id), number: String(row.n), text: row.text }));
  return {
    id,
    ref: event.ref,
    agencyId: event.agencyId,
    date: dateOf(event),
    dateLabel: dateLabel(dateOf(event)),
    fields: EVENT_FIELDS.flatMap((field) => {
      const text = standingText(event, field, own);
      if (text === null && !own.has(field)) return [];
      const seen = ctx.lens.see(placeOf(id, field), text ?? '');
      const original = own.has(field) ? event[field] : null;
      return [{ field, text: seen.text, marks: seen.marks, original: original === null ? null : ctx.lens.prose(original) }];
    }),
    other: event.other,
    noContact: event.noContact,
    themeIds: tagsOf(db, [event]).get(id) ?? [],
    sources: newestOf(sourceRows(db, id)),
    corrections: selectRows(db, 'correction', 'WHERE "eventId" = ? ORDER BY "rowVersion"', toBlob(id)).map((row) => ({
      id: row.id,
      field: row['field'] as CorrectedField,
      from: row['original'] as string | null,
      to: row['value'] as string | null,
      reason: String(row['reason']),
      person: String(row['person']),
      at: String(row['at']),
    })),
    annotations: annotationsOf(db, id),
    findings: db
      .all<{ id: Uint8Array; statement: string; stance: 'for' | 'against'; n: number }>(
        `SELECT f.id, f.statement, v.stance, (SELECT count(*) FROM finding p WHERE p.position <= f.position) AS n
           FROM evidence v JOIN finding f ON f.id = v."findingId" WHERE v."eventId" = ? ORDER BY f.position`,
        toBlob(id),
      )
      .map((row) => ({ id: fromBlob(row.id), number: row.n, statement: row.statement, stance: row.stance })),
    recommendations,
    actions: db
      .all<{ id: Uint8Array; text: string; r: number; n: number }>(
        `SELECT DISTINCT a.id, a.text, (SELECT count(*) FROM recommendation p WHERE p.placed = 1 AND p.position <= r.position) AS r,
                (SELECT count(*) FROM action b WHERE b."recommendationId" = a."recommendationId" AND b.position <= a.position) AS n
           FROM action a JOIN recommendation r ON r.id = a."recommendationId"
           JOIN "recommendationFinding" rf ON rf."recommendationId" = r.id JOIN evidence v ON v."findingId" = rf."findingId"
          WHERE v."eventId" = ? ORDER BY r.position, a.position`,
        toBlob(id),
      )
      .map((row) => ({ id: fromBlob(row.id), number: `${row.r}.${row.n}`, text: row.text })),
    rowVersion: event.rowVersion,
  };
}

export function annotationsOf(db: ReadDb, eventId: string): EventDetail['annotations'] {
  return selectRows<EventDetail['annotations'][number]>(db, 'annotation', 'WHERE "eventId" = ? ORDER BY at, id', toBlob(eventId));
}
