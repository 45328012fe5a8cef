import type { Memo } from '#shared/contract/memos.ts';
import { dateLabel } from '#shared/dates/format.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { decodeRow, selectRows } from '../../db/store.ts';
import type { Row } from '../../db/tables.ts';
import type { Lens } from '../../kernel/lens.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';

export type MemoRow = Row & {
  title: string | null;
  body: string;
  person: string;
  post: string;
  at: string;
  rowVersion: number;
};
type Asked = { search?: string | undefined; eventId?: string | undefined; themeId?: string | undefined; limit: number };

const EXCERPT = 160;
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Memos, the newest first. Words are looked for in what this session is shown, so that a search tells nothing more. */
export function listMemos(db: ReadDb, lens: Lens, asked: Asked): { memos: Memo[]; total: number } {
  const where: string[] = [];
  const params: SqlValue[] = [];
  for (const [column, id] of [
    ['eventId', asked.eventId],
    ['themeId', asked.themeId],
  ] as const) {
    if (id === undefined) continue;
    where.push(`id IN (SELECT "memoId" FROM "memoLink" WHERE "${column}" = ?)`);
    params.push(toBlob(id));
  }
  const rows = selectRows<MemoRow>(
    db,
    'memo',
    `${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY at DESC, id DESC`,
    ...params,
  );
  const wanted = fold(asked.search ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const found = rows.filter((row) => {
    const text = wanted.length === 0 ? '' : fold(`${lens.prose(row.title ?? '')}\n${lens.prose(row.body)}`);
    return wanted.every((word) => text.includes(word));
  });
  const page = found.slice(0, asked.limit);
  const entries = entriesOf(db, lens, page);
  const themes = themesOf(db, page);
  return {
    memos: page.map((row) => ({ ...row, entries: entries.get(row.id) ?? [], themes: themes.get(row.id) ?? [] })),
    total: found.length,
  };
}

function entriesOf(db: ReadDb, lens: Lens, rows: readonly MemoRow[]): Map<string, Memo['entries']> {
  if (rows.length === 0) return new Map();
  const linked = db.all<Record<string, SqlValue> & { memoId: Uint8Array }>(
    `SELECT l."memoId", e.* FROM "memoLink" l JOIN event e ON e.id = l."eventId" WHERE l."memoId" IN (${marks(rows.length)}) ORDER BY e.pos`,
    ...rows.map((row) => toBlob(row.id)),
  );
  const events = linked.map((raw) => decodeRow('event', raw) as StoredEvent);
  const corrections = correctionsOf(db, events);
  const found = new Map<string, Memo['entries']>();
  events.forEach((event, i) => {
    const words = standingText(event, 'description', corrections.get(event.id) ?? new Map()) ?? '';
    // Replaced first and cut after: half a name would no longer be known as one.
    const shown = lens.view === 'anonymised' ? lens.see(placeOf(event.id, 'description'), words).text : words;
    const { ref, agencyId } = event;
    const text = shown.length > EXCERPT ? `${shown.slice(0, shown.lastIndexOf(' ', EXCERPT))}…` : shown;
    const id = fromBlob(linked[i]!.memoId);
    const entry = { eventId: event.id, ref, agencyId, dateLabel: dateLabel(dateOf(event)), text };
    found.set(id, [...(found.get(id) ?? []), entry]);
  });
  return found;
}

function themesOf(db: ReadDb, rows: readonly MemoRow[]): Map<string, Memo['themes']> {
  if (rows.length === 0) return new Map();
  const found = new Map<string, Memo['themes']>();
  for (const row of db.all<{ memoId: Uint8Array; themeId: Uint8Array; name: string }>(
    `SELECT l."memoId", l."themeId", t.name FROM "memoLink" l JOIN theme t ON t.id = l."themeId"
      WHERE l."memoId" IN (${marks(rows.length)}) ORDER BY t.position, t.name`,
    ...rows.map(({ id }) => toBlob(id)),
  )) {
    const id = fromBlob(row.memoId);
    found.set(id, [...(found.get(id) ?? []), { themeId: fromBlob(row.themeId), name: row.name }]);
  }
  return found;
}
