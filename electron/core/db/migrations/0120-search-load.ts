import type { Migration } from './migration.ts';

/**
 * The words of a whole import are gathered in memory and written to the index at once; by FTS5's own measure of 1 MB they
 * are written a dozen times. What has been written is merged when eight parts are there, not four: merging is writing again.
 */
export const searchLoad: Migration = {
  version: 120,
  name: 'search-load',
  up: (run) => {
    // Nearly empty: how many entries of a return a later version left out, without a look at the others.
    run(`CREATE INDEX "eventRemoved" ON event("returnId") WHERE "removedIn" IS NOT NULL`);
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('hashsize', 33554432)`);
    run(`INSERT INTO "eventSearch"("eventSearch", rank) VALUES ('automerge', 8)`);
  },
};
