import type { RowsChanged } from '#shared/contract/events.ts';
import { createStore, type RowChange, type Store } from '../db/store.ts';
import { writeTx, type Connection, type WriteTx } from '../db/sql.ts';
import { appendAudit } from './audit.ts';
import { changedIds, keepChanges, touchedBy } from './change-set.ts';
import type { CallSession } from './session.ts';

export type UnitSpec = {
  command: string;
  label: string;
  /** How the change set stands in history; `journal` writes no change set and no activity row. */
  undo: 'recorded' | 'never' | 'journal' | 'undo' | 'redo';
  /** Actions that change no row, such as an export, are on the activity log all the same. */
  audit?: 'always';
};

/** What follows the rows within the same transaction: search index and aggregates. */
export type Derive = (tx: WriteTx, changes: readonly RowChange[]) => void;

export type UnitResult<T> = { output: T; event: RowsChanged | null };

/**
 * One command, one synchronous transaction: rows, search index, aggregates, change set, activity row, commit; the event is
 * for the caller to publish, after the commit and never before. Whatever throws inside rolls all of it back.
 */
export function runUnit<T>(
  connection: Connection,
  session: CallSession,
  spec: UnitSpec,
  at: string,
  derive: Derive,
  work: (store: Store, unit: { setReverses(seq: number): void; rename(label: string): void }) => T,
): UnitResult<T> {
  const tx = writeTx(connection);
  const changes: RowChange[] = [];
  let seq = 0;
  let label = spec.label;
  let reverses: number | null = null;
  const output = connection
    .transaction((): T => {
      seq = (tx.get<{ seq: number | null }>(`SELECT max(seq) AS seq FROM "changeSet"`)?.seq ?? 0) + 1;
      const store = createStore(tx, seq, (change) => changes.push(change));
      const result = work(store, {
        setReverses: (of) => {
          reverses = of;
        },
        rename: (to) => {
          label = to;
        },
      });
      if (result instanceof Promise) throw new Error('a command is synchronous: the transaction would end before it');
      if (spec.undo === 'journal') return result;
      if (changes.length > 0) {
        derive(tx, changes);
        tx.run(
          `INSERT INTO "changeSet" (seq, command, label, person, post, at, undo, reverses) VALUES (?,?,?,?,?,?,?,?)`,
          seq,
          spec.command,
          label,
          session.name,
          session.post,
          at,
          spec.undo,
          reverses,
        );
        if (reverses !== null) tx.run(`UPDATE "changeSet" SET "reversedBy" = ? WHERE seq = ?`, seq, reverses);
      }
      if (changes.length > 0 || spec.audit === 'always') {
        const digest = keepChanges(tx, seq, changes, spec.undo !== 'never');
        appendAudit(tx, {
          at,
          person: session.name,
          post: session.post,
          command: spec.command,
          changeSet: changes.length > 0 ? seq : null,
          touched: JSON.stringify(touchedBy(changes)),
          digest,
        });
      }
      return result;
    })
    .immediate();
  const event = changes.length > 0 ? { seq: 0, changes: changedIds(changes), changeSet: seq, person: session.name, label } : null;
  return { output, event };
}
