import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/** Who was asked for a return, and what was done about it, step by step. */
export const tracker: Migration = {
  version: 80,
  name: 'tracker',
  up: (run) => {
    run(`CREATE TABLE "returnRequest" (id ${id} PRIMARY KEY, "agencyId" BLOB NOT NULL UNIQUE REFERENCES agency(id), contact TEXT NOT NULL,
      "fromDay" TEXT, "toDay" TEXT, "backgroundFrom" TEXT, note TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "requestStep" (id ${id} PRIMARY KEY, "requestId" BLOB NOT NULL REFERENCES "returnRequest"(id), kind TEXT NOT NULL,
      "onDay" TEXT NOT NULL, "dueDay" TEXT, note TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL,
      "takenBack" TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "requestStepRequest" ON "requestStep"("requestId", "onDay")`);
  },
};
