import type { Migration } from './migration.ts';

const WORDS = ['description', 'sourceOfInformation', 'response', 'outcome', 'childVoice', 'agencyComment', 'involved'];
const STANDING = WORDS.map(
  (field) =>
    `(SELECT nullif(c.value, '') FROM correction c WHERE c."eventId" = e.id AND c.field = '${field}'), nullif(e."${field}", '')`,
).join(', ');

/**
 * Nothing is written down twice. Rows as sent lie packed, many together: the entries say the same. The search index reads its texts from the entries and their corrections, not from a copy:
 * where words are taken out, it is told which. It keeps no lengths either, as nothing is ranked.
 */
export const packed: Migration = {
  version: 130,
  name: 'packed',
  up: (run) => {
    run(`CREATE TABLE "returnBlock" (id BLOB NOT NULL CHECK(length(id) = 16) PRIMARY KEY, "returnId" BLOB NOT NULL REFERENCES "agencyReturn"(id),
      "returnVersion" INTEGER NOT NULL, number INTEGER NOT NULL, packed BLOB NOT NULL, UNIQUE("returnId", "returnVersion", number)) STRICT`);
    run(
      `CREATE TRIGGER "returnBlockNeverChanges" BEFORE UPDATE ON "returnBlock" BEGIN SELECT RAISE(ABORT, 'return rows never change'); END`,
    );
    run(`DROP TABLE "eventSearch"`);
    run(`DROP TABLE "eventSearchText"`);
    // Columns that the agency named itself, one text to an entry: FTS5 lets no view take them out of their JSON.
    run(`CREATE TABLE "eventSearchOther" ("eventId" BLOB PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID`);
    // What stands, then what the agency wrote where it was corrected, then the columns of its own: one text to a place.
    run(`CREATE VIEW "eventSearchText" AS SELECT e.pos AS pos, concat_ws(char(10), ${STANDING},
      (SELECT o.text FROM "eventSearchOther" o WHERE o."eventId" = e.id), e."asWritten") AS text, 'agency' || a.ordinal AS facets
      FROM event e JOIN agency a ON a.id = e."agencyId" WHERE e.hidden = 0`);
    run(`CREATE VIRTUAL TABLE "eventSearch" USING fts5(text, facets, content = 'eventSearchText', content_rowid = 'pos', columnsize = 0,
      tokenize = "unicode61 remove_diacritics 2")`);
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('secure-delete', 1)`);
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('hashsize', 33554432)`);
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('automerge', 8)`);
  },
};
