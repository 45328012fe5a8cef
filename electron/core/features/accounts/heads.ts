import { dateLabel, timeLabel } from '#shared/dates/format.ts';
import { stem } from '#shared/accounts/words.ts';
import type { PairReason } from '#shared/accounts/account.ts';
import type { AccountHead, ShownReason } from '#shared/model/accounts.ts';
import { decodeRow } from '../../db/store.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { labelOf, type Lens } from '../../kernel/lens.ts';
import { correctionsOf, dateOf, placeOf, standingText, type StoredEvent } from '../chronology/reads.ts';

const AT_ONCE = 500;

/** Visible entries by id, in the order of the chronology. */
export function eventsById(db: ReadDb, ids: readonly string[]): StoredEvent[] {
  const unique = [...new Set(ids)];
  const found: StoredEvent[] = [];
  for (let i = 0; i < unique.length; i += AT_ONCE) {
    const some = unique.slice(i, i + AT_ONCE);
    const rows = db.all<Record<string, SqlValue>>(
      `SELECT * FROM event WHERE id IN (${marks(some.length)}) AND hidden = 0`,
      ...some.map(toBlob),
    );
    for (const row of rows) found.push(decodeRow('event', row) as StoredEvent);
  }
  return found.sort((a, b) => a.pos - b.pos);
}

/** Which group each of these entries is in. */
export function groupsOf(db: ReadDb, ids: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const some = ids.slice(i, i + AT_ONCE);
    const rows = db.all<{ eventId: Uint8Array; groupId: Uint8Array }>(
      `SELECT "eventId", "groupId" FROM "accountMember" WHERE "eventId" IN (${marks(some.length)})`,
      ...some.map(toBlob),
    );
    for (const row of rows) found.set(fromBlob(row.eventId), fromBlob(row.groupId));
  }
  return found;
}

/** Entries as proposals and groups list them, as this session sees them. */
export function headsOf(db: ReadDb, lens: Lens, events: readonly StoredEvent[]): Map<string, AccountHead> {
  const groups = groupsOf(
    db,
    events.map((event) => event.id),
  );
  const heads = new Map<string, AccountHead>();
  for (let i = 0; i < events.length; i += AT_ONCE) {
    const some = events.slice(i, i + AT_ONCE);
    const corrections = correctionsOf(db, some);
    for (const event of some) {
      const own = corrections.get(event.id) ?? new Map();
      const seen = lens.see(placeOf(event.id, 'description'), standingText(event, 'description', own) ?? '');
      const source = standingText(event, 'sourceOfInformation', own);
      heads.set(event.id, {
        eventId: event.id,
        ref: event.ref,
        agencyId: event.agencyId,
        dateLabel: dateLabel(dateOf(event)),
        time: timeLabel(dateOf(event)) || null,
        source: source === null ? null : lens.see(placeOf(event.id, 'sourceOfInformation'), source).text,
        text: seen.text,
        marks: seen.marks,
        groupId: groups.get(event.id) ?? null,
      });
    }
  }
  return heads;
}

/**
 * Reasons in a form that no session sees too much of: people by what stands for them, words as they stand in the text that is
 * shown beside them, so that what is hidden there is not told here.
 */
export function shownReasons(lens: Lens, reasons: readonly PairReason[], a: AccountHead, b: AccountHead): ShownReason[] {
  return reasons.flatMap((reason): ShownReason[] => {
    if (reason.code === 'people') {
      const labels = reason.people
        .flatMap((id) =>
          lens
            .register()
            .filter((entry) => entry.id === id)
            .map(labelOf),
        )
        .sort((x, y) => x.localeCompare(y, 'en-GB'));
      return labels.length > 0 ? [{ code: 'people', people: labels }] : [];
    }
    if (reason.code === 'words') {
      const wanted = new Set(reason.words);
      const inB = new Set(wordsIn(b.text).map(stem));
      const words = new Map<string, string>();
      for (const word of wordsIn(a.text)) {
        const root = stem(word);
        if (wanted.has(root) && inB.has(root) && !words.has(root)) words.set(root, word);
      }
      return words.size > 0 ? [{ code: 'words', words: [...words.values()] }] : [];
    }
    return [reason];
  });
}

const wordsIn = (text: string): string[] =>
  [
    ...text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([word]) => word);
