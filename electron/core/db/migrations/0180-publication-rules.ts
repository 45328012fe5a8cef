import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/** What is done about everyone or somebody on the register wherever a kind of publication names them. */
export const publicationRules: Migration = {
  version: 180,
  name: 'publication-rules',
  up: (run) => {
    // No kind: the rule holds for every kind. No entry: it holds for everyone on the register.
    run(`CREATE TABLE "publicationRule" (id ${id} PRIMARY KEY, kind TEXT, action TEXT NOT NULL CHECK(action IN ('pseudonym', 'leaveOut')),
      "entryId" BLOB REFERENCES "registerEntry"(id), reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
      "approvedBy" TEXT, "approvedPost" TEXT, "approvedAt" TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
  },
};
