import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';
const reference = (table: string): string => `BLOB NOT NULL REFERENCES "${table}"(id)`;

/** Rounds of comment by the review panel: copies that went out, files that came back, and what was said in them. */
export const panel: Migration = {
  version: 90,
  name: 'panel',
  up: (run) => {
    run(`CREATE TABLE "panelRound" (id ${id} PRIMARY KEY, number INTEGER NOT NULL UNIQUE, asks TEXT NOT NULL, "returnBy" TEXT, "senderName" TEXT NOT NULL,
      "senderPost" TEXT NOT NULL, view TEXT NOT NULL, mode TEXT NOT NULL, filter TEXT NOT NULL, "filterWords" TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "panelCopy" (id ${id} PRIMARY KEY, "roundId" ${reference('panelRound')}, number INTEGER NOT NULL, "memberName" TEXT NOT NULL,
      "memberPost" TEXT NOT NULL, "memberAgency" TEXT NOT NULL, "sentOn" TEXT, "rowVersion" INTEGER NOT NULL, UNIQUE("roundId", number)) STRICT`);
    // The bytes lie in "original" by their hash: what was sent can be compared with what came back, word for word.
    run(`CREATE TABLE "panelFile" (id ${id} PRIMARY KEY, "copyId" ${reference('panelCopy')}, code TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, view TEXT NOT NULL,
      entries INTEGER NOT NULL, undecided INTEGER NOT NULL, "asOf" INTEGER NOT NULL, "madeAt" TEXT NOT NULL, "madeBy" TEXT NOT NULL) STRICT`);
    run(`CREATE INDEX "panelFileCopy" ON "panelFile"("copyId")`);
    run(`CREATE TABLE "panelReply" (id ${id} PRIMARY KEY, "copyId" ${reference('panelCopy')}, "fileId" BLOB REFERENCES "panelFile"(id), name TEXT NOT NULL,
      sha256 TEXT NOT NULL, "readAt" TEXT NOT NULL, "readBy" TEXT NOT NULL, added INTEGER NOT NULL, known INTEGER NOT NULL, notes TEXT NOT NULL) STRICT`);
    run(`CREATE INDEX "panelReplyCopy" ON "panelReply"("copyId")`);
    run(`CREATE TABLE "panelRemark" (id ${id} PRIMARY KEY, "copyId" ${reference('panelCopy')}, "replyId" ${reference('panelReply')},
      "parentId" BLOB REFERENCES "panelRemark"(id), key TEXT NOT NULL, ordinal INTEGER NOT NULL, kind TEXT NOT NULL, "eventId" BLOB REFERENCES event(id),
      ref INTEGER, "alsoRefs" TEXT NOT NULL, "placedBy" TEXT NOT NULL, place TEXT, quote TEXT, text TEXT NOT NULL, field TEXT, before TEXT, after TEXT,
      author TEXT, account TEXT, "writtenAt" TEXT, untracked INTEGER NOT NULL, resolved INTEGER NOT NULL, state TEXT NOT NULL, reason TEXT,
      "settledBy" TEXT, "settledPost" TEXT, "settledAt" TEXT, "rowVersion" INTEGER NOT NULL, UNIQUE("copyId", key)) STRICT`);
    run(`CREATE INDEX "panelRemarkEvent" ON "panelRemark"("eventId")`);
    run(`CREATE INDEX "panelRemarkParent" ON "panelRemark"("parentId")`);
    run(`CREATE INDEX "panelRemarkReply" ON "panelRemark"("replyId")`);
    run(`CREATE INDEX "panelRemarkWaiting" ON "panelRemark"("copyId") WHERE state = 'waiting'`);
  },
};
