import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/**
 * Versions of a return: the file of each, what became of an entry that a later version left out, and what a person is
 * asked about it. A return that came in before this step has no `returnFile` of its own until it is replaced: its row in
 * `agencyReturn` says the same.
 */
export const returnVersions: Migration = {
  version: 30,
  name: 'return-versions',
  up: (run) => {
    run(`CREATE TABLE "returnFile" (id ${id} PRIMARY KEY, "returnId" BLOB NOT NULL REFERENCES "agencyReturn"(id), "returnVersion" INTEGER NOT NULL,
      file TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, tables INTEGER NOT NULL, "rowsRead" INTEGER NOT NULL, mapping TEXT NOT NULL,
      columns TEXT NOT NULL, problems TEXT NOT NULL, counts TEXT NOT NULL, "receivedAt" TEXT NOT NULL, "rowVersion" INTEGER NOT NULL,
      UNIQUE("returnId", "returnVersion")) STRICT`);
    run(`CREATE INDEX "returnFileHash" ON "returnFile"(sha256)`);
    run(`ALTER TABLE event ADD COLUMN "removedIn" INTEGER`);
    run(`CREATE TABLE "versionQuestion" (id ${id} PRIMARY KEY, "returnId" BLOB NOT NULL REFERENCES "agencyReturn"(id), "returnVersion" INTEGER NOT NULL,
      "eventId" BLOB NOT NULL REFERENCES event(id), kind TEXT NOT NULL, field TEXT, "before" TEXT, "after" TEXT, "intoId" BLOB REFERENCES event(id),
      answer TEXT, person TEXT, at TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "versionQuestionEvent" ON "versionQuestion"("eventId")`);
    run(`CREATE INDEX "versionQuestionOpen" ON "versionQuestion"("returnId") WHERE answer IS NULL`);
  },
};
