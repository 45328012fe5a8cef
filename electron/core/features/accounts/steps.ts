import type { Account, Pair } from '#shared/accounts/account.ts';
import { readAccount } from '#shared/accounts/read-account.ts';
import { keepLog } from '../../db/connection.ts';
import { toBlob } from '../../db/sql.ts';
import { readStep, writeStep } from '../../kernel/steps.ts';
import { correctionsOf, eventsFrom } from '../chronology/reads.ts';
import { accountInput, agencySorts } from './account-input.ts';

/** A page of entries as they are compared. */
export const readAccounts = readStep(
  'readAccounts',
  (db, input: { from: number | null; limit: number }, ctx): { accounts: Account[]; next: number | null } => {
    const page = eventsFrom(db, {}, input.from, input.limit);
    const corrections = correctionsOf(db, page.events);
    const sorts = agencySorts(db);
    return {
      accounts: page.events.map((event) =>
        readAccount(accountInput(ctx.lens, event, corrections.get(event.id) ?? new Map(), sorts)),
      ),
      next: page.next,
    };
  },
);

const KEEP = `INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value`;

/** Proposals are derived and can be made again at any time: they stand outside history. */
export const keepPairs = writeStep({
  step: 'keepPairs',
  command: 'accounts.propose',
  label: 'Find the same event',
  undo: 'journal',
  run: (store, input: { pairs: readonly Pair[]; first: boolean; last: boolean }, ctx) => {
    if (input.first) {
      keepLog(store, 'short');
      store.tx.run(`DELETE FROM "pairProposal"`);
      store.tx.run(KEEP, 'pairsFoundAt', ctx.now);
      // What is changed while the rest is still being looked at makes the whole stale again.
      store.tx.run(KEEP, 'pairsStale', '0');
    }
    for (const pair of input.pairs) {
      const [a, b] = pair.aId < pair.bId ? [pair.aId, pair.bId] : [pair.bId, pair.aId];
      store.tx.run(
        `INSERT INTO "pairProposal" ("aId", "bId", kind, score, reasons) VALUES (?,?,?,?,?)`,
        toBlob(a),
        toBlob(b),
        pair.kind,
        pair.score,
        JSON.stringify(pair.reasons),
      );
    }
    if (input.last) keepLog(store, 'long');
    return null;
  },
});
