import type { Migration } from './migration.ts';

/** Saved views of the chronology, and an index that answers every plain condition of a filter without a look at the rows. */
export const views: Migration = {
  version: 60,
  name: 'views',
  up: (run) => {
    run(`CREATE TABLE "savedView" (id BLOB NOT NULL CHECK(length(id) = 16) PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, filter TEXT NOT NULL,
      layout TEXT NOT NULL, position REAL NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    // In place of the narrower one: two that begin alike would leave the choice to chance, and each costs an import its pages.
    run(`DROP INDEX "eventVisible"`);
    run(`CREATE INDEX "eventVisible" ON event(pos, earliest, latest, id, "agencyId", "returnId", precision, certainty, time, "noContact", "byHand", ref, "problemCount")
      WHERE hidden = 0`);
  },
};
