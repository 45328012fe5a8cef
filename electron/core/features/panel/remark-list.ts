import { dateLabel } from '#shared/dates/format.ts';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import { decodeRow, findRow, selectRows } from '../../db/store.ts';
import { toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import type { Lens } from '../../kernel/lens.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';
import { memberOf } from './rounds.ts';
import type { CopyRow, FileRow, RemarkRow, ReplyRow, RoundRow } from './rows.ts';

/** Entries in their order, on each the copies in theirs, a reply below what it replies to; what has no place last. */
const ORDER = `ORDER BY e.pos IS NULL, e.pos, r.number, c.number, coalesce(p.ordinal, m.ordinal), coalesce(p.id, m.id),
  m."parentId" IS NOT NULL, m."writtenAt", m.ordinal`;
const FROM = `"panelRemark" m JOIN "panelCopy" c ON c.id = m."copyId" JOIN "panelRound" r ON r.id = c."roundId"
  LEFT JOIN event e ON e.id = m."eventId" LEFT JOIN "panelRemark" p ON p.id = m."parentId"`;

export function listRemarks(db: ReadDb, lens: Lens, input: InputOf<'remark.list'>): OutputOf<'remark.list'> {
  const where: string[] = [];
  const params: SqlValue[] = [];
  if (input.copyId) {
    where.push('m."copyId" = ?');
    params.push(toBlob(input.copyId));
  }
  if (input.eventId) {
    where.push(
      `(m."eventId" = ? OR EXISTS (SELECT 1 FROM json_each(m."alsoRefs") j JOIN event o ON o.ref = j.value WHERE o.id = ?))`,
    );
    params.push(toBlob(input.eventId), toBlob(input.eventId));
  }
  const all = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const waiting = db.get<{ n: number | null }>(`SELECT sum(m.state = 'waiting') AS n FROM ${FROM} ${all}`, ...params)?.n ?? 0;
  if (input.show !== 'all') where.push(input.show === 'waiting' ? `m.state = 'waiting'` : `m.state <> 'waiting'`);
  const some = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM ${FROM} ${some}`, ...params)?.n ?? 0;
  const rows = db
    .all<Record<string, SqlValue>>(`SELECT m.* FROM ${FROM} ${some} ${ORDER} LIMIT ?`, ...params, input.limit)
    .map((row) => decodeRow('panelRemark', row) as RemarkRow);
  return { remarks: toRemarks(db, lens, rows), total, waiting };
}

function toRemarks(db: ReadDb, lens: Lens, rows: readonly RemarkRow[]): PanelRemark[] {
  const copies = new Map(selectRows<CopyRow>(db, 'panelCopy').map((row) => [row.id, row]));
  const rounds = new Map(selectRows<RoundRow>(db, 'panelRound').map((row) => [row.id, row]));
  const files = new Map(selectRows<FileRow>(db, 'panelFile').map((row) => [row.id, row]));
  const replies = new Map(selectRows<ReplyRow>(db, 'panelReply').map((row) => [row.id, row]));
  const events = new Map<string, StoredEvent>();
  for (const id of new Set(rows.flatMap((row) => row.eventId ?? []))) {
    const event = findRow(db, 'event', id) as StoredEvent | undefined;
    if (event) events.set(id, event);
  }
  const changed = [...events.values()].filter((event) => rows.some((row) => row.eventId === event.id && row.field !== null));
  const corrections = new Map(pages(changed, 400).flatMap((page) => [...correctionsOf(db, page)]));
  const standing = (row: RemarkRow, event: StoredEvent | undefined): string | null => {
    if (!event || row.field === null) return null;
    if (row.field === 'date') return dateLabel(dateOf(event));
    const text = standingText(event, row.field, corrections.get(event.id) ?? new Map());
    return text === null ? null : lens.see(placeOf(event.id, row.field), text).text;
  };
  return rows.flatMap((row): PanelRemark[] => {
    const copy = copies.get(row.copyId);
    const round = copy && rounds.get(copy.roundId);
    if (!copy || !round) return [];
    const event = row.eventId === null ? undefined : events.get(row.eventId);
    const file = files.get(replies.get(row.replyId)?.fileId ?? '');
    const { eventId, ref, alsoRefs, placedBy, place, quote, text, field, before, after, author, account, writtenAt } = row;
    return [
      {
        id: row.id,
        roundNumber: round.number,
        copyId: copy.id,
        copyNumber: copy.number,
        member: memberOf(copy),
        author,
        account,
        writtenAt,
        kind: row.kind,
        parentId: row.parentId,
        eventId,
        ref: event?.ref ?? ref,
        dateLabel: event ? dateLabel(dateOf(event)) : null,
        agencyId: event?.agencyId ?? null,
        alsoRefs,
        placedBy,
        place,
        quote,
        text,
        field,
        before,
        after,
        standing: standing(row, event),
        changedSince: event !== undefined && file !== undefined && event.rowVersion > file.asOf,
        untracked: row.untracked,
        resolved: row.resolved,
        copyView: file?.view ?? round.view,
        eventRowVersion: event?.rowVersion ?? null,
        state: row.state,
        settled:
          row.settledAt === null
            ? null
            : { reason: row.reason ?? '', person: row.settledBy ?? '', post: row.settledPost ?? '', at: row.settledAt },
        rowVersion: row.rowVersion,
      },
    ];
  });
}

function pages<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
