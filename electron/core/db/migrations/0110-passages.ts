import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/** Themes on part of a text, and the reviewer's memos with what they are about. */
export const passages: Migration = {
  version: 110,
  name: 'passages',
  up: (run) => {
    // A passage leans on the entry's own tag, so that everything that counts tags counts it without knowing of passages.
    // `fromChar` is `start` in characters as SQLite counts them: it can then say by itself whether the words still stand.
    run(`CREATE TABLE passage (id ${id} PRIMARY KEY, "tagId" BLOB NOT NULL REFERENCES "themeTag"(id), "eventId" BLOB NOT NULL REFERENCES event(id),
      field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, "fromChar" INTEGER NOT NULL, quote TEXT NOT NULL,
      "bringsTag" INTEGER NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL, "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE INDEX "passageEvent" ON passage("eventId")`);
    run(`CREATE INDEX "passageTag" ON passage("tagId")`);
    run(`CREATE TABLE memo (id ${id} PRIMARY KEY, title TEXT, body TEXT NOT NULL, person TEXT NOT NULL, post TEXT NOT NULL, at TEXT NOT NULL,
      "rowVersion" INTEGER NOT NULL) STRICT`);
    run(`CREATE TABLE "memoLink" (id ${id} PRIMARY KEY, "memoId" BLOB NOT NULL REFERENCES memo(id), "eventId" BLOB REFERENCES event(id),
      "themeId" BLOB REFERENCES theme(id)) STRICT`);
    run(`CREATE INDEX "memoLinkMemo" ON "memoLink"("memoId")`);
    run(`CREATE INDEX "memoLinkEvent" ON "memoLink"("eventId")`);
    run(`CREATE INDEX "memoLinkTheme" ON "memoLink"("themeId")`);
  },
};
