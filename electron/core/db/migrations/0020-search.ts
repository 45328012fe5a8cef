import type { Migration } from './migration.ts';

/**
 * The search index, the aggregates and the count of mentions: all can be rebuilt from the rows.
 * The index's rowid is the event's place (`pos`), so that hits come out in date order at once; content is kept, because
 * erasing from a contentless index leaves words behind. It lies in a table of its own, in the order in which it came: kept
 * by the index itself, by place, every import would rewrite nearly all of its pages.
 */
export const search: Migration = {
  version: 20,
  name: 'search',
  up: (run) => {
    run(
      `CREATE TABLE "eventSearchText" (seq INTEGER PRIMARY KEY, pos INTEGER NOT NULL UNIQUE, text TEXT NOT NULL, facets TEXT NOT NULL) STRICT`,
    );
    run(
      `CREATE VIRTUAL TABLE "eventSearch" USING fts5(text, facets, content = 'eventSearchText', content_rowid = 'pos', tokenize = "unicode61 remove_diacritics 2")`,
    );
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('secure-delete', 1)`);
    run(
      `CREATE TABLE "agencyWeek" ("agencyId" BLOB NOT NULL, week INTEGER NOT NULL, entries INTEGER NOT NULL, PRIMARY KEY("agencyId", week)) STRICT, WITHOUT ROWID`,
    );
    run(`CREATE TABLE "mentionSummary" ("entryId" BLOB NOT NULL, "eventId" BLOB NOT NULL, mentions INTEGER NOT NULL, ask INTEGER NOT NULL,
      PRIMARY KEY("entryId", "eventId")) STRICT, WITHOUT ROWID`);
    run(
      `CREATE TABLE "mentionSpelling" ("entryId" BLOB NOT NULL, spelling TEXT NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY("entryId", spelling)) STRICT, WITHOUT ROWID`,
    );
  },
};
