import { dateLabel } from '#shared/dates/format.ts';
import type { VersionAnswer, VersionQuestion } from '#shared/contract/return-versions.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CorrectedField, EventField } from '#shared/model/chronology-event.ts';
import type { EventDate } from '#shared/model/event-date.ts';
import { fromBlob, toBlob, type ReadDb, type SqlValue } from '../../../db/sql.ts';
import { findRow, selectRows, type Store } from '../../../db/store.ts';
import type { Row } from '../../../db/tables.ts';
import type { WriteContext } from '../../../kernel/implement.ts';
import { correctionsOf, dateOf, standingText, type StoredEvent } from '../../chronology/reads.ts';
import { dateColumns, keyOf, placeInSlot, slotAt, slotOf } from '../../chronology/writes.ts';
import { unplacedByReturn } from '../../passages/reads.ts';
import { carryPassages } from '../../passages/writes.ts';
import { workOn } from './worked-on.ts';

type Asked = { returnId?: string | undefined; eventId?: string | undefined; openOnly: boolean };

/** Questions of later versions, in the order of the chronology; those of a withdrawn return wait with it. */
export function questionsOf(db: ReadDb, { returnId, eventId, openOnly }: Asked): VersionQuestion[] {
  const where = [`q."returnId" IN (SELECT id FROM "agencyReturn" WHERE state <> 'withdrawn')`];
  const params: SqlValue[] = [];
  if (openOnly) where.push('q.answer IS NULL');
  if (returnId !== undefined) {
    where.push('q."returnId" = ?');
    params.push(toBlob(returnId));
  }
  if (eventId !== undefined) {
    where.push('q."eventId" = ?');
    params.push(toBlob(eventId));
  }
  const rows = selectRows(
    db,
    'versionQuestion',
    `AS q WHERE ${where.join(' AND ')} ORDER BY (SELECT pos FROM event e WHERE e.id = q."eventId"), q.id`,
    ...params,
  );
  const events = rows.map((row) => findRow(db, 'event', String(row['eventId'])) as StoredEvent);
  const corrections = correctionsOf(db, events);
  const work = new Map<string, Map<string, string[]>>();
  return rows.map((row, i): VersionQuestion => {
    const event = events[i]!;
    const field = row['field'] as CorrectedField | null;
    const own = corrections.get(event.id) ?? new Map<CorrectedField, string | null>();
    const ofReturn = work.get(String(row['returnId'])) ?? workOn(db, String(row['returnId']));
    work.set(String(row['returnId']), ofReturn);
    return {
      id: row.id,
      returnId: String(row['returnId']),
      returnVersion: Number(row['returnVersion']),
      eventId: event.id,
      ref: event.ref,
      dateLabel: dateLabel(dateOf(event)),
      text: standingText(event, 'description', own) ?? '',
      kind: row['kind'] as VersionQuestion['kind'],
      field,
      before: row['before'] as string | null,
      after: row['after'] as string | null,
      correction: field === null ? null : (own.get(field) ?? null),
      intoRef: refOf(db, row['intoId'] as string | null),
      work: ofReturn.get(event.id) ?? [],
      answer: row['answer'] as VersionQuestion['answer'],
      person: row['person'] as string | null,
      at: row['at'] as string | null,
      rowVersion: Number(row['rowVersion']),
    };
  });
}

/** How many are open, by return, with the passages whose words changed. */
export function openQuestions(db: ReadDb): Map<string, number> {
  const rows = db.all<{ returnId: Uint8Array; n: number }>(
    `SELECT "returnId", count(*) AS n FROM "versionQuestion" WHERE answer IS NULL GROUP BY "returnId"`,
  );
  const open = new Map(rows.map((row) => [fromBlob(row.returnId), row.n]));
  for (const [id, n] of unplacedByReturn(db)) open.set(id, (open.get(id) ?? 0) + n);
  return open;
}

const refOf = (db: ReadDb, id: string | null): number | null =>
  id === null ? null : ((findRow(db, 'event', id) as StoredEvent | undefined)?.ref ?? null);

const FITTING: Readonly<Record<VersionQuestion['kind'], readonly VersionAnswer[]>> = {
  vanished: ['keep', 'hide'],
  corrected: ['keepCorrection', 'takeNew'],
};

/** Settles a question. An answer can be changed, but for a correction that was given up: undo brings that back. */
export function answerQuestion(
  store: Store,
  input: { id: string; rowVersion: number; answer: VersionAnswer },
  ctx: WriteContext,
): { id: string; rowVersion: number } {
  const question = store.needVersion('versionQuestion', input.id, input.rowVersion, 'question');
  const kind = question['kind'] as VersionQuestion['kind'];
  if (!FITTING[kind].includes(input.answer))
    throw new AppError('badInput', { where: 'the answer', why: 'it answers another question' });
  const event = store.need('event', String(question['eventId']), 'entry') as StoredEvent;
  if (kind === 'vanished') {
    if (question['answer'] === 'back')
      throw new AppError('badInput', { where: 'the answer', why: 'a later version has the entry again' });
    const hide = input.answer === 'hide';
    const withdrawn = findRow(store, 'agencyReturn', String(question['returnId']))?.['state'] === 'withdrawn';
    store.update('event', event.id, { hidden: hide || withdrawn, removedIn: hide ? question['returnVersion'] : null });
  } else if (input.answer === 'takeNew') {
    giveUpCorrection(store, event, question);
  }
  const after = store.update('versionQuestion', question.id, { answer: input.answer, person: ctx.session.name, at: ctx.now });
  return { id: question.id, rowVersion: Number(after['rowVersion']) };
}

/** The agency's newest words stand again; the correction is gone, and undo brings it back. */
function giveUpCorrection(store: Store, event: StoredEvent, question: Row): void {
  const field = question['field'] as EventField | 'date';
  const correction = selectRows(store, 'correction', 'WHERE "eventId" = ? AND field = ?', toBlob(event.id), field)[0];
  if (!correction) throw new AppError('notFound', { what: 'correction' });
  store.remove('correction', correction.id);
  const date = correction['dateBefore'] as EventDate | null;
  if (field !== 'date')
    carryPassages(store, event.id, field, { before: correction['value'] as string | null, after: event[field] });
  if (field !== 'date' || !date) {
    store.touch('event', event.id);
    return;
  }
  const slot = slotOf(date) ?? slotAt(event.pos);
  const moved = slot === slotAt(event.pos) ? {} : { pos: placeInSlot(store, slot, keyOf(store, event)), byHand: false };
  store.update('event', event.id, { ...dateColumns({ ...date, asWritten: event.asWritten }), ...moved });
}
