import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';
const event = 'BLOB NOT NULL REFERENCES event(id)';

/**
 * The same event told by several: what people grouped, held apart and looked at, and the proposals, which a job makes from
 * the rows and can make again. A pair's two entries stand in the order of their ids.
 */
export const accounts: Migration = {
  version: 50,
  name: 'accounts',
  up: (run) => {
    run(`CREATE TABLE "accountGroup" (id ${id} PRIMARY KEY, "reliedId" BLOB REFERENCES event(id), "reliedReason" TEXT, "reliedBy" TEXT, "reliedAt" TEXT,
      "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "accountGroupRelied" ON "accountGroup"("reliedId") WHERE "reliedId" IS NOT NULL`);
    run(
      `CREATE TABLE "accountMember" (id ${id} PRIMARY KEY, "groupId" BLOB NOT NULL REFERENCES "accountGroup"(id), "eventId" ${event} UNIQUE) STRICT`,
    );
    run(`CREATE INDEX "accountMemberGroup" ON "accountMember"("groupId")`);
    run(`CREATE TABLE "separateEvents" (id ${id} PRIMARY KEY, "aId" ${event}, "bId" ${event}, reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL,
      "rowVersion" INTEGER NOT NULL, UNIQUE("aId", "bId")) STRICT`);
    run(`CREATE INDEX "separateEventsB" ON "separateEvents"("bId")`);
    run(`CREATE TABLE contradiction (id ${id} PRIMARY KEY, kind TEXT NOT NULL, "aId" ${event}, "bId" ${event}, key TEXT NOT NULL, words TEXT, state TEXT NOT NULL,
      note TEXT, person TEXT NOT NULL, at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL, UNIQUE("aId", "bId", kind, key)) STRICT`);
    run(`CREATE INDEX "contradictionB" ON contradiction("bId")`);
    // Numbered in the order of the chronology: the list pages by it.
    run(`CREATE TABLE "pairProposal" (seq INTEGER PRIMARY KEY, "aId" BLOB NOT NULL, "bId" BLOB NOT NULL, kind TEXT NOT NULL, score REAL NOT NULL,
      reasons TEXT NOT NULL) STRICT`);
    run(`CREATE INDEX "pairProposalA" ON "pairProposal"("aId")`);
    run(`CREATE INDEX "pairProposalB" ON "pairProposal"("bId")`);
  },
};
