import type { OutputOf } from '#shared/contract/index.ts';
import type { AccuracyChallenge } from '#shared/contract/discussion.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import { dateLabel } from '#shared/dates/format.ts';
import { toBlob, type ReadDb } from '../../db/sql.ts';
import { findRow, selectRows } from '../../db/store.ts';
import { correctionsOf, dateOf, standingText, type StoredEvent } from '../chronology/reads.ts';

/** What an entry says now in any field that can be challenged; a date as its words. */
export function fieldAsItStands(db: ReadDb, event: StoredEvent, field: CorrectedField): string | null {
  const corrections = correctionsOf(db, [event]).get(event.id) ?? new Map<CorrectedField, string | null>();
  if (field === 'date') return corrections.get('date') ?? event.asWritten;
  return standingText(event, field, corrections);
}

/** Open ones first, each group newest first; of one entry, or of all. */
export function listChallenges(db: ReadDb, eventId: string | null): OutputOf<'challenge.list'> {
  const rows = selectRows<AccuracyChallenge>(
    db,
    'accuracyChallenge',
    `${eventId === null ? '' : 'WHERE "eventId" = ?'} ORDER BY state <> 'open', at DESC, id DESC`,
    ...(eventId === null ? [] : [toBlob(eventId)]),
  );
  return rows.flatMap((challenge) => {
    const event = findRow(db, 'event', challenge.eventId) as StoredEvent | undefined;
    if (!event) return [];
    const { ref, agencyId, rowVersion } = event;
    const standing = fieldAsItStands(db, event, challenge.field);
    return [{ challenge, entry: { ref, agencyId, dateLabel: dateLabel(dateOf(event)), standing, rowVersion } }];
  });
}

/** Who annotates. Where names are not shown, people of one post are one line. */
export function annotators(db: ReadDb, anonymised: boolean): OutputOf<'annotation.people'> {
  const name = anonymised ? `''` : 'person';
  return db.all(
    `SELECT ${name} AS name, post, count(*) AS annotations FROM annotation GROUP BY ${name}, post ORDER BY ${name}, post`,
  );
}
