import type { Migration } from './migration.ts';

/** What people say of stretches without contact, and the periods of the review besides the detailed one. */
export const gaps: Migration = {
  version: 40,
  name: 'gaps',
  up: (run) => {
    run(`ALTER TABLE agency ADD COLUMN "gapDays" INTEGER`);
    run(`ALTER TABLE agency ADD COLUMN kind TEXT`);
    // A gap is found afresh each time; what is said of it is kept by agency and days. `about` names a missing agency instead.
    run(`CREATE TABLE "gapNote" (id BLOB NOT NULL CHECK(length(id) = 16) PRIMARY KEY, "agencyId" BLOB REFERENCES "agency"(id), about TEXT,
      "fromDay" TEXT, "toDay" TEXT, "byHand" INTEGER NOT NULL, explanation TEXT NOT NULL, note TEXT NOT NULL, person TEXT NOT NULL,
      post TEXT NOT NULL, at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "gapNoteAgency" ON "gapNote"("agencyId")`);
    run(`CREATE TABLE "reviewPeriod" (id BLOB NOT NULL CHECK(length(id) = 16) PRIMARY KEY, kind TEXT NOT NULL, "agencyId" BLOB REFERENCES "agency"(id),
      "fromDay" TEXT, "toDay" TEXT, reason TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "reviewPeriodAgency" ON "reviewPeriod"("agencyId")`);
    run(`CREATE INDEX "eventNoContact" ON event("agencyId") WHERE "noContact" = 1 AND hidden = 0`);
  },
};
