import type { Migration } from './migration.ts';

const id = 'BLOB NOT NULL CHECK(length(id) = 16)';

/** Parallel proceedings, and the kinds of publication that they hold back until somebody lifts the hold by name. */
export const proceedings: Migration = {
  version: 190,
  name: 'proceedings',
  up: (run) => {
    run(`CREATE TABLE proceeding (id ${id} PRIMARY KEY, kind TEXT NOT NULL, about TEXT NOT NULL, "heldKinds" TEXT NOT NULL, reason TEXT NOT NULL,
      "askedOf" TEXT NOT NULL, "askedOn" TEXT, answer TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL, "liftedBy" TEXT, "liftedPost" TEXT,
      "liftedReason" TEXT, "liftedAt" TEXT, "rowVersion" INTEGER NOT NULL) STRICT`);
  },
};
