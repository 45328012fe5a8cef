import type { Migration } from './migration.ts';

/** 735,000 days are whole weeks: with them added no day that is kept comes out below zero, where a cast would round up. */
const WEEK = `CAST((julianday(coalesce(e.earliest, e.latest)) - 2440587.5 + 3 + 735000) / 7 AS INTEGER) - 105000`;
const COUNTED = `e.hidden = 0 AND coalesce(e.earliest, e.latest) IS NOT NULL`;

/** Entries each week by theme and agency and by person, as `agencyWeek` has them by agency; filled here from the rows. */
export const aggregates: Migration = {
  version: 100,
  name: 'aggregates',
  up: (run) => {
    run(`CREATE TABLE "themeWeek" ("themeId" BLOB NOT NULL, "agencyId" BLOB NOT NULL, week INTEGER NOT NULL, entries INTEGER NOT NULL,
      PRIMARY KEY("themeId", "agencyId", week)) STRICT, WITHOUT ROWID`);
    run(`CREATE TABLE "personWeek" ("entryId" BLOB NOT NULL, week INTEGER NOT NULL, entries INTEGER NOT NULL,
      PRIMARY KEY("entryId", week)) STRICT, WITHOUT ROWID`);
    run(`CREATE INDEX "mentionSummaryEvent" ON "mentionSummary"("eventId")`);
    run(`INSERT INTO "themeWeek" SELECT t."themeId", e."agencyId", ${WEEK}, count(*) FROM "themeTag" t JOIN event e ON e.id = t."eventId"
      WHERE ${COUNTED} GROUP BY 1, 2, 3`);
    run(`INSERT INTO "personWeek" SELECT m."entryId", ${WEEK}, count(*) FROM "mentionSummary" m JOIN event e ON e.id = m."eventId"
      WHERE ${COUNTED} GROUP BY 1, 2`);
  },
};
