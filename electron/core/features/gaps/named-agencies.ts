import type { OutputOf } from '#shared/contract/index.ts';
import { selectRows } from '../../db/store.ts';
import { fromBlob, marks, toBlob, type ReadDb, type SqlValue } from '../../db/sql.ts';
import { decodeRow } from '../../db/store.ts';
import { labelOf, type Lens } from '../../kernel/lens.ts';
import { FOUND_ENTRIES, toRows, type StoredEvent } from '../chronology/reads.ts';
import { AGENCY_KINDS, kindExpression, kindOfName } from './agency-kinds.ts';
import { answersByKey } from './notes.ts';

type Named = OutputOf<'gaps.named'>['named'][number];
type Found = Pick<Named, 'entries' | 'by' | 'samples'>;
const SAMPLES = 12;

/**
 * Agencies that others' entries name and that sent nothing. A kind of agency counts as sent where an agency of that kind
 * has entries; a nil return is an agency with none, and is asked about all the same: others met it.
 */
export function namedAgencies(db: ReadDb, lens: Lens): Named[] {
  const answers = answersByKey(db);
  const agencies = selectRows(db, 'agency', 'ORDER BY ordinal');
  const sent = new Set(
    db
      .all<{ agencyId: Uint8Array }>(`SELECT DISTINCT "agencyId" FROM event WHERE hidden = 0`)
      .map((row) => fromBlob(row.agencyId)),
  );
  const silent = agencies.filter((row) => !sent.has(row.id));
  const kinds = new Set(
    agencies.filter((row) => sent.has(row.id)).map((row) => (row['kind'] as string | null) ?? kindOfName(String(row['name']))),
  );
  const named: Named[] = [];
  const add = (about: Omit<Named, keyof Found | 'note'>, found: Found): void => {
    if (found.entries > 0) named.push({ ...about, ...found, note: answers.get(about.key) ?? null });
  };
  const nothing = { kind: null, entryId: null, agencyId: null };
  for (const row of silent) {
    const name = String(row['name']);
    add({ ...nothing, key: row.id, what: 'agency', agencyId: row.id, name }, byWords(db, lens, phrase(name)));
  }
  const silentKinds = new Set(silent.map((row) => kindOfName(String(row['name']))));
  for (const { kind, label, words } of AGENCY_KINDS) {
    if (kinds.has(kind) || silentKinds.has(kind)) continue;
    add({ ...nothing, key: `kind:${kind}`, what: 'kind', kind, name: label }, byWords(db, lens, kindExpression(words)));
  }
  const sentNames = agencies.filter((row) => sent.has(row.id)).map((row) => String(row['name']).toLowerCase());
  for (const entry of lens.register()) {
    if (entry.kind !== 'organisation') continue;
    // Under a name of its own or of old it may have sent a return.
    if ([entry.realName, ...entry.aliases].some((name) => sentNames.includes(name.toLowerCase()))) continue;
    const name = lens.view === 'identified' ? entry.realName : labelOf(entry);
    add({ ...nothing, key: entry.id, what: 'organisation', entryId: entry.id, name }, byMention(db, lens, entry.id));
  }
  return named.sort((a, b) => b.entries - a.entries);
}

const phrase = (name: string): string => `text : "${name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || 'none'}"`;

function byWords(db: ReadDb, lens: Lens, match: string): Found {
  return found(db, lens, { from: `${FOUND_ENTRIES} WHERE "eventSearch" MATCH ?`, place: '"eventSearch".rowid' }, match);
}
function byMention(db: ReadDb, lens: Lens, entryId: string): Found {
  return found(
    db,
    lens,
    { from: `"mentionSummary" m JOIN event e ON e.id = m."eventId" WHERE m."entryId" = ? AND e.hidden = 0`, place: 'e.pos' },
    toBlob(entryId),
  );
}

/** `place` is what the source comes ordered by: the first few are then found without a sort of all. */
type Source = { from: string; place: string };

function found(db: ReadDb, lens: Lens, { from, place }: Source, param: SqlValue): Found {
  const by = db
    .all<{ agencyId: Uint8Array; n: number }>(`SELECT e."agencyId", count(*) AS n FROM ${from} GROUP BY e."agencyId"`, param)
    .map((row) => ({ agencyId: fromBlob(row.agencyId), entries: row.n }))
    .sort((a, b) => b.entries - a.entries);
  if (by.length === 0) return { entries: 0, by, samples: [] };
  const places = db.all<{ pos: number }>(`SELECT e.pos FROM ${from} ORDER BY ${place} LIMIT ${SAMPLES}`, param);
  return {
    entries: by.reduce((sum, row) => sum + row.entries, 0),
    by,
    samples: excerpts(
      db,
      lens,
      places.map((row) => row.pos),
    ),
  };
}

/** Entries by their places, as a list shows them. */
export function excerpts(db: ReadDb, lens: Lens, places: readonly number[]): Named['samples'] {
  const events = db
    .all<Record<string, SqlValue>>(`SELECT * FROM event WHERE pos IN (${marks(places.length)}) ORDER BY pos`, ...places)
    .map((row) => decodeRow('event', row) as StoredEvent);
  return toRows(db, lens, events, []).map(({ id, ref, agencyId, dateLabel, text }) => ({ id, ref, agencyId, dateLabel, text }));
}
