import { AppError } from '#shared/kernel/app-error.ts';
import { ID_PATTERN, newId } from '#shared/kernel/ids.ts';
import type { KeptRegisterEntry, RegisterEntry } from '#shared/model/register.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { fromBlob, toBlob, type ReadDb } from '../../db/sql.ts';
import { selectRows, type Store } from '../../db/store.ts';
import type { Row } from '../../db/tables.ts';
import { commands, queries } from '../../kernel/implement.ts';
import { createLens, newMatcherCache } from '../../kernel/lens.ts';
import { publishedText } from '../publish/reads.ts';
import { findAsks, textsLike } from './asks.ts';

const OPTIONAL = ['dateOfBirth', 'addresses', 'phones', 'emails', 'references', 'role', 'publishAs'] as const;

/** A row as the public shape: absent fields are absent. */
function toEntry(row: Row): KeptRegisterEntry {
  const entry: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    if (value !== null && !(key === 'givenId' && value === row.id)) entry[key] = value;
  }
  return entry as KeptRegisterEntry;
}

function toColumns(entry: Omit<RegisterEntry, 'id'>): Record<string, unknown> {
  const columns: Record<string, unknown> = {
    kind: entry.kind,
    realName: entry.realName,
    aliases: entry.aliases,
    pseudonym: entry.pseudonym,
  };
  for (const key of OPTIONAL) columns[key] = entry[key] ?? null;
  return columns;
}

/** Two entries under one pseudonym would be one person to a reader. */
function refuseSamePseudonym(db: ReadDb, pseudonym: string, id: string): void {
  if (
    pseudonym !== '' &&
    db.get(`SELECT 1 FROM "registerEntry" WHERE pseudonym = ? COLLATE NOCASE AND id <> ?`, pseudonym, toBlob(id))
  ) {
    throw new AppError('alreadyExists', { what: 'someone', field: 'pseudonym' });
  }
}

export const registerQueries = queries({
  'register.list': (db) => {
    const meta = new Map(
      db.all<{ key: string; value: string }>(`SELECT key, value FROM meta`).map((row) => [row.key, row.value]),
    );
    const countedAt = meta.get('mentionsCountedAt') ?? null;
    const sums = new Map(
      db
        .all<{ entryId: Uint8Array; mentions: number; ask: number }>(
          `SELECT "entryId", sum(mentions) AS mentions, sum(ask) AS ask FROM "mentionSummary" GROUP BY "entryId"`,
        )
        .map((row) => [fromBlob(row.entryId), row]),
    );
    const spellings = new Map<string, { text: string; count: number }[]>();
    for (const row of db.all<{ entryId: Uint8Array; spelling: string; mentions: number }>(
      `SELECT * FROM "mentionSpelling" ORDER BY mentions DESC, spelling`,
    )) {
      const id = fromBlob(row.entryId);
      spellings.set(id, [...(spellings.get(id) ?? []), { text: row.spelling, count: row.mentions }]);
    }
    return {
      rows: selectRows(db, 'registerEntry', 'ORDER BY kind, id').map((row) => ({
        entry: toEntry(row),
        mentions: countedAt === null ? null : (sums.get(row.id)?.mentions ?? 0),
        ask: countedAt === null ? null : (sums.get(row.id)?.ask ?? 0),
        spellings: (spellings.get(row.id) ?? []).slice(0, 60),
      })),
      countedAt,
      stale: meta.get('mentionsStale') === '1',
    };
  },
  'register.asks': (db, input, ctx) => findAsks(db, ctx.lens, input.entryId, input.limit),
  'register.tryLine': (db, input, ctx) => {
    const place = input.place ?? { table: 'none', id: '00000000-0000-7000-8000-000000000000', field: 'line' };
    const anonymised = createLens(db, 'anonymised', newMatcherCache()).see(place, input.text);
    return { marks: ctx.lens.see(place, input.text).marks, anonymised: anonymised.text };
  },
});

export const registerCommands = commands({
  'register.add': (store, input) => {
    const earlier = store.find('registerEntry', input.id);
    if (earlier) return toEntry(earlier);
    refuseSamePseudonym(store, input.pseudonym, input.id);
    return toEntry(store.insert('registerEntry', { id: input.id, ...toColumns(input), givenId: null }));
  },
  'register.update': (store, input) => {
    store.needVersion('registerEntry', input.id, input.rowVersion, 'entry of the register');
    refuseSamePseudonym(store, input.pseudonym, input.id);
    return toEntry(store.update('registerEntry', input.id, toColumns(input)));
  },
  'register.remove': (store, input) => {
    store.needVersion('registerEntry', input.id, input.rowVersion, 'entry of the register');
    const used = store.get<{ n: number }>(`SELECT count(*) AS n FROM "mentionDecision" WHERE "entryId" = ?`, toBlob(input.id))!.n;
    if (used > 0) throw new AppError('stillUsed', { by: `${used} settled mentions` });
    store.remove('registerEntry', input.id);
    return { id: input.id };
  },
  'register.import': (store, input) => importEntries(store, input.entries),
  'register.decide': (store, input, ctx) => {
    const text = publishedText(store, input.place);
    if (text === null) throw new AppError('notFound', { what: 'text' });
    if (textHash(text) !== input.textHash) throw new AppError('versionConflict');
    if (input.entryId) store.need('registerEntry', input.entryId, 'entry of the register');
    const words = text.slice(input.start, input.end);
    const same = input.everywhere ? textsLike(store, ctx.lens, input.place, words) : [];
    const spans = [{ place: input.place, textHash: input.textHash, start: input.start, end: input.end }, ...same];
    let settled = 0;
    for (const span of spans) {
      const known = selectRows(
        store,
        'mentionDecision',
        'WHERE "placeTable" = ? AND "placeId" = ? AND field = ? AND "textHash" = ? AND start = ? AND "end" = ?',
        span.place.table,
        toBlob(span.place.id),
        span.place.field,
        span.textHash,
        span.start,
        span.end,
      )[0];
      const words = { entryId: input.entryId, person: ctx.session.name, at: ctx.now };
      if (known) {
        if (known['entryId'] !== input.entryId) store.update('mentionDecision', known.id, words);
      } else {
        store.insert('mentionDecision', {
          id: newId(),
          placeTable: span.place.table,
          placeId: span.place.id,
          field: span.place.field,
          textHash: span.textHash,
          start: span.start,
          end: span.end,
          ...words,
        });
      }
      settled += 1;
    }
    return { settled };
  },
});

/**
 * An entry of the same id is replaced; so is one of the same name and kind that nobody has given an id. Two people of one
 * name with an id each stay two. Ids that are not ours are remembered beside.
 */
function importEntries(store: Store, entries: readonly RegisterEntry[]): KeptRegisterEntry[] {
  const done = new Set<string>();
  return entries.map((entry, i) => {
    const known = knownEntry(store, entry);
    const id = known?.id ?? (ID_PATTERN.test(entry.id) ? entry.id : newId());
    if (done.has(id))
      throw new AppError('badInput', {
        where: `entry ${i + 1} of the register`,
        why: 'another entry of it has the same id or name',
      });
    done.add(id);
    refuseSamePseudonym(store, entry.pseudonym, id);
    const columns = { ...toColumns(entry), givenId: entry.id };
    return toEntry(known ? store.update('registerEntry', id, columns) : store.insert('registerEntry', { id, ...columns }));
  });
}

function knownEntry(store: Store, entry: RegisterEntry): Row | undefined {
  return (
    selectRows(store, 'registerEntry', 'WHERE "givenId" = ?', entry.id)[0] ??
    (ID_PATTERN.test(entry.id) ? store.find('registerEntry', entry.id) : undefined) ??
    selectRows(
      store,
      'registerEntry',
      'WHERE "givenId" IS NULL AND "realName" = ? COLLATE NOCASE AND kind = ?',
      entry.realName,
      entry.kind,
    )[0]
  );
}
