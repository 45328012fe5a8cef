import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';
const reference = (table: string, nullable = false): string => `BLOB ${nullable ? '' : 'NOT NULL '}REFERENCES "${table}"(id)`;
const plan =
  'heading TEXT, text TEXT NOT NULL, owners TEXT NOT NULL, "leadAgency" TEXT, timescale TEXT, "successMeasure" TEXT, assurance TEXT NOT NULL';

/** The tables of a review, its history and its activity log. */
export const initial: Migration = {
  version: 10,
  name: 'initial',
  up: (run) => {
    run(`CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`);
    run(`CREATE TABLE review (id ${id} PRIMARY KEY, title TEXT NOT NULL, reference TEXT NOT NULL, profile TEXT NOT NULL, partnership TEXT NOT NULL,
      subject TEXT NOT NULL, "scopeFrom" TEXT, "scopeTo" TEXT, "authorName" TEXT NOT NULL, "authorPost" TEXT NOT NULL,
      "publishSettings" TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE agency (id ${id} PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, letters TEXT NOT NULL, colour INTEGER NOT NULL,
      ordinal INTEGER NOT NULL UNIQUE, mapping TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "agencyReturn" (id ${id} PRIMARY KEY, ordinal INTEGER NOT NULL UNIQUE, "agencyIds" TEXT NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL,
      "returnVersion" INTEGER NOT NULL, tables INTEGER NOT NULL, "rowsRead" INTEGER NOT NULL, mapping TEXT NOT NULL, columns TEXT NOT NULL,
      problems TEXT NOT NULL, state TEXT NOT NULL, "receivedAt" TEXT NOT NULL, sha256 TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    // The agency's file byte for byte. Not a table of history: undoing an import leaves it to the next tidy-up by hash.
    run(`CREATE TABLE original (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID`);
    run(`CREATE TABLE "returnRow" (id ${id} PRIMARY KEY, "returnId" ${reference('agencyReturn')}, "returnVersion" INTEGER NOT NULL,
      "tableRef" TEXT NOT NULL, row INTEGER NOT NULL, cells TEXT NOT NULL) STRICT`);
    run(`CREATE INDEX "returnRowPlace" ON "returnRow"("returnId", row)`);
    run(
      `CREATE TRIGGER "returnRowNeverChanges" BEFORE UPDATE ON "returnRow" BEGIN SELECT RAISE(ABORT, 'return rows never change'); END`,
    );
    run(`CREATE TABLE event (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE CHECK(length(id) = 16), pos INTEGER NOT NULL UNIQUE, ref INTEGER NOT NULL UNIQUE,
      "agencyId" ${reference('agency')}, "returnId" ${reference('agencyReturn', true)}, "asWritten" TEXT NOT NULL, earliest TEXT, latest TEXT,
      precision TEXT NOT NULL, certainty TEXT NOT NULL, time TEXT, "endTime" TEXT, alternatives TEXT NOT NULL, problems TEXT NOT NULL,
      "problemCount" INTEGER NOT NULL, description TEXT NOT NULL, "sourceOfInformation" TEXT, response TEXT, outcome TEXT, "childVoice" TEXT,
      "agencyComment" TEXT, involved TEXT, other TEXT NOT NULL, "noContact" INTEGER NOT NULL, "byHand" INTEGER NOT NULL, hidden INTEGER NOT NULL,
      "rowVersion" INTEGER NOT NULL) STRICT`);
    // The list, its count and its filters by period and agency are answered from these two alone, without a look at the rows.
    run(`CREATE INDEX "eventVisible" ON event(pos, earliest, latest, id) WHERE hidden = 0`);
    run(`CREATE INDEX "eventAgency" ON event("agencyId", pos, earliest, latest) WHERE hidden = 0`);
    run(`CREATE INDEX "eventReturn" ON event("returnId", pos)`);
    run(`CREATE INDEX "eventProblem" ON event(pos, "agencyId") WHERE "problemCount" > 0 AND hidden = 0`);
    run(
      `CREATE TABLE "eventSource" (id ${id} PRIMARY KEY, "eventId" ${reference('event')}, "returnRowId" ${reference('returnRow')}, ordinal INTEGER NOT NULL) STRICT`,
    );
    run(`CREATE INDEX "eventSourceEvent" ON "eventSource"("eventId", ordinal)`);
    run(`CREATE INDEX "eventSourceRow" ON "eventSource"("returnRowId")`);
    run(`CREATE TABLE correction (id ${id} PRIMARY KEY, "eventId" ${reference('event')}, field TEXT NOT NULL, original TEXT, value TEXT, "dateBefore" TEXT,
      reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL, UNIQUE("eventId", field)) STRICT`);
    run(`CREATE TABLE theme (id ${id} PRIMARY KEY, "parentId" ${reference('theme', true)}, name TEXT NOT NULL UNIQUE COLLATE NOCASE, definition TEXT NOT NULL,
      position INTEGER NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "themeParent" ON theme("parentId")`);
    run(
      `CREATE TABLE "themeTag" (id ${id} PRIMARY KEY, "themeId" ${reference('theme')}, "eventId" ${reference('event')}, UNIQUE("themeId", "eventId")) STRICT`,
    );
    run(`CREATE INDEX "themeTagEvent" ON "themeTag"("eventId")`);
    run(`CREATE TABLE annotation (id ${id} PRIMARY KEY, "eventId" ${reference('event')}, body TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL,
      at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "annotationEvent" ON annotation("eventId")`);
    run(`CREATE TABLE "registerEntry" (id ${id} PRIMARY KEY, kind TEXT NOT NULL, "realName" TEXT NOT NULL, aliases TEXT NOT NULL, pseudonym TEXT NOT NULL,
      "dateOfBirth" TEXT, addresses TEXT, phones TEXT, emails TEXT, "references" TEXT, role TEXT, "publishAs" TEXT, "givenId" TEXT,
      "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "mentionDecision" (id ${id} PRIMARY KEY, "placeTable" TEXT NOT NULL, "placeId" BLOB NOT NULL, field TEXT NOT NULL, "textHash" TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, "entryId" ${reference('registerEntry', true)}, person TEXT NOT NULL, at TEXT NOT NULL,
      "rowVersion" INTEGER NOT NULL, UNIQUE("placeTable", "placeId", field, "textHash", start, "end")) STRICT`);
    run(`CREATE INDEX "mentionDecisionText" ON "mentionDecision"("textHash")`);
    run(`CREATE INDEX "mentionDecisionEntry" ON "mentionDecision"("entryId")`);
    run(`CREATE TABLE finding (id ${id} PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, statement TEXT NOT NULL, why TEXT NOT NULL,
      question TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE evidence (id ${id} PRIMARY KEY, "findingId" ${reference('finding')}, "eventId" ${reference('event')}, stance TEXT NOT NULL, note TEXT,
      "rowVersion" INTEGER NOT NULL, UNIQUE("findingId", "eventId")) STRICT`);
    run(`CREATE INDEX "evidenceEvent" ON evidence("eventId")`);
    run(`CREATE TABLE recommendation (id ${id} PRIMARY KEY, position INTEGER NOT NULL, ${plan}, "expectedOutcome" TEXT, level TEXT, preamble TEXT,
      placed INTEGER NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "recommendationFinding" (id ${id} PRIMARY KEY, "recommendationId" ${reference('recommendation')}, "findingId" ${reference('finding')},
      UNIQUE("recommendationId", "findingId")) STRICT`);
    run(`CREATE INDEX "recommendationFindingFinding" ON "recommendationFinding"("findingId")`);
    run(`CREATE TABLE action (id ${id} PRIMARY KEY, "recommendationId" ${reference('recommendation', true)}, position INTEGER NOT NULL, ${plan},
      status TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "actionRecommendation" ON action("recommendationId", position)`);
    run(
      `CREATE TABLE "draftBlock" (id ${id} PRIMARY KEY, section TEXT NOT NULL, position REAL NOT NULL, json TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`,
    );
    run(`CREATE INDEX "draftBlockSection" ON "draftBlock"(section, position)`);
    // Unsealed edits: json null removes the block. Outside history until `draft.seal`.
    run(`CREATE TABLE "draftJournal" ("blockId" BLOB PRIMARY KEY, section TEXT NOT NULL, position REAL NOT NULL, json TEXT, "rowVersion" INTEGER NOT NULL,
      person TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID`);
    run(`CREATE TABLE remedy (id ${id} PRIMARY KEY, "placeTable" TEXT NOT NULL, "placeId" BLOB NOT NULL, field TEXT NOT NULL, "textHash" TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL, "entryId" BLOB, action TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL,
      at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL, UNIQUE("placeTable", "placeId", field, "textHash", start, "end")) STRICT`);
    run(`CREATE TABLE approval (id ${id} PRIMARY KEY, kind TEXT NOT NULL, "contentHash" TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL,
      "asTold" INTEGER NOT NULL, "recordedBy" TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE publication (id ${id} PRIMARY KEY, kind TEXT NOT NULL, format TEXT NOT NULL, sha256 TEXT NOT NULL, "contentHash" TEXT NOT NULL,
      name TEXT NOT NULL, audience TEXT NOT NULL, "publishedOn" TEXT, "madeAt" TEXT NOT NULL, "madeBy" TEXT NOT NULL, "approvedBy" TEXT NOT NULL,
      "checkSheet" TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "changeSet" (seq INTEGER PRIMARY KEY, command TEXT NOT NULL, label TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL,
      undo TEXT NOT NULL, reverses INTEGER, "reversedBy" INTEGER) STRICT`);
    run(`CREATE TABLE "changeRow" ("changeSet" INTEGER NOT NULL, ordinal INTEGER NOT NULL, "table" INTEGER NOT NULL, row BLOB NOT NULL, op INTEGER NOT NULL,
      delta TEXT, PRIMARY KEY("changeSet", ordinal)) STRICT, WITHOUT ROWID`);
    run(`CREATE TABLE "auditEvent" (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, command TEXT NOT NULL,
      "changeSet" INTEGER, touched TEXT NOT NULL, digest TEXT NOT NULL, hash TEXT NOT NULL) STRICT`);
    run(
      `CREATE TRIGGER "auditNeverChanges" BEFORE UPDATE ON "auditEvent" BEGIN SELECT RAISE(ABORT, 'the activity log never changes'); END`,
    );
    run(
      `CREATE TRIGGER "auditNeverShrinks" BEFORE DELETE ON "auditEvent" BEGIN SELECT RAISE(ABORT, 'the activity log never shrinks'); END`,
    );
  },
};
