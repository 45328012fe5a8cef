import type { OpenItem } from '#shared/contract/discussion.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { dateLabel } from '#shared/dates/format.ts';
import type { CorrectedField } from '#shared/model/chronology-event.ts';
import { fromBlob, fromBlobOrNull, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { selectRows } from '../../db/store.ts';
import type { ReadContext } from '../../kernel/implement.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent, THREAD_IS_OPEN } from '../chronology/reads.ts';

type Raw = {
  kind: OpenItem['kind'];
  id: Uint8Array;
  eventId: Uint8Array;
  words: string;
  field: CorrectedField | null;
  forAgencyId: Uint8Array | null;
  person: string;
  post: string;
  at: string;
  rowVersion: number;
};
type Last = { person: string; post: string; at: string; body: string | null };

const EXCERPT = 200;
const OPEN = `SELECT 'annotation' AS kind, a.id, a."eventId", a.body AS words, NULL AS field, NULL AS "forAgencyId", a.person, a.post, a.at, a."rowVersion"
    FROM annotation a WHERE ${THREAD_IS_OPEN}
  UNION ALL SELECT 'challenge', c.id, c."eventId", c.claim, c.field, c."agencyId", c.person, c.post, c.at, c."rowVersion"
    FROM "accuracyChallenge" c WHERE c.state = 'open'`;

/** Everything that still waits for a word: threads nobody settled and open challenges, the oldest first. */
export function openItems(db: ReadDb, asked: InputOf<'discussion.open'>, ctx: ReadContext): OutputOf<'discussion.open'> {
  const where = ['e.hidden = 0'];
  const params: SqlValue[] = [];
  const add = (sql: string, ...values: SqlValue[]): void => {
    where.push(sql);
    params.push(...values);
  };
  if (asked.kind !== 'all') add('o.kind = ?', asked.kind);
  if (asked.who !== 'all') add(`o.person ${asked.who === 'mine' ? '=' : '<>'} ?`, ctx.session.name);
  if (asked.agencyId !== null)
    add('(e."agencyId" = ? OR ifnull(o."forAgencyId" = ?, 0))', toBlob(asked.agencyId), toBlob(asked.agencyId));
  const from = `FROM (${OPEN}) o JOIN event e ON e.id = o."eventId" WHERE ${where.join(' AND ')}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from}`, ...params)!.n;
  const rows = db.all<Raw>(`SELECT o.* ${from} ORDER BY o.at, o.id LIMIT ?`, ...params, asked.limit);
  const ids = [...new Set(rows.map((row) => fromBlob(row.eventId)))];
  const events =
    ids.length === 0 ? [] : selectRows<StoredEvent>(db, 'event', `WHERE id IN (${marks(ids.length)})`, ...ids.map(toBlob));
  const byId = new Map(events.map((event) => [event.id, event]));
  const corrections = correctionsOf(db, events);
  const items = rows.map((row): OpenItem => {
    const event = byId.get(fromBlob(row.eventId))!;
    const text = standingText(event, 'description', corrections.get(event.id) ?? new Map()) ?? '';
    // Replaced first and cut after: half a name would no longer be known as one.
    const shown = ctx.lens.view === 'anonymised' ? ctx.lens.see(placeOf(event.id, 'description'), text).text : text;
    return {
      kind: row.kind,
      id: fromBlob(row.id),
      eventId: event.id,
      ref: event.ref,
      agencyId: event.agencyId,
      dateLabel: dateLabel(dateOf(event)),
      text: shown.length > EXCERPT ? `${shown.slice(0, shown.lastIndexOf(' ', EXCERPT))}…` : shown,
      words: row.words,
      field: row.field,
      forAgencyId: fromBlobOrNull(row.forAgencyId),
      person: row.person,
      post: row.post,
      at: row.at,
      mine: row.person === ctx.session.name,
      ...repliesTo(db, row),
      rowVersion: row.rowVersion,
    };
  });
  return { items, total };
}

function repliesTo(db: ReadDb, row: Raw): { replies: number; last: Last | null } {
  if (row.kind === 'challenge') return { replies: 0, last: null };
  const own = db.all<Last>(
    `SELECT person, post, at, body FROM "annotationReply" WHERE "annotationId" = ? AND kind = 'reply' ORDER BY "rowVersion", id`,
    row.id,
  );
  return { replies: own.length, last: own.at(-1) ?? null };
}
