import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/** What is said back to an annotation, and claims that a fact of an entry is wrong with what became of them. */
export const discussion: Migration = {
  version: 70,
  name: 'discussion',
  up: (run) => {
    // A reply, a settling or a reopening: none replaces another, so that who did what and when stays.
    run(`CREATE TABLE "annotationReply" (id ${id} PRIMARY KEY, "annotationId" BLOB NOT NULL REFERENCES annotation(id), kind TEXT NOT NULL, body TEXT,
      person TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "annotationReplyAnnotation" ON "annotationReply"("annotationId")`);
    run(`CREATE TABLE "accuracyChallenge" (id ${id} PRIMARY KEY, "eventId" BLOB NOT NULL REFERENCES event(id), field TEXT NOT NULL, stood TEXT,
      claim TEXT NOT NULL, proof TEXT NOT NULL, sought TEXT, "agencyId" BLOB REFERENCES agency(id), person TEXT NOT NULL, post TEXT NOT NULL,
      at TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, "settledBy" TEXT, "settledPost" TEXT, "settledAt" TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "accuracyChallengeEvent" ON "accuracyChallenge"("eventId")`);
    run(`CREATE INDEX "accuracyChallengeAgency" ON "accuracyChallenge"("agencyId")`);
  },
};
