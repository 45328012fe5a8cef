import { procedureOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { ReadDb } from '../../db/sql.ts';
import { commands, queries, type WriteContext } from '../../kernel/implement.ts';
import type { Store } from '../../db/store.ts';
import type { CallSession } from '../../kernel/session.ts';
import { reverseChangeSet } from './reverse.ts';

type SetRow = { seq: number; label: string };

/** The newest change of this person that stands, and that undo may take back. */
function undoTarget(db: ReadDb, session: CallSession): SetRow | undefined {
  return db.get<SetRow>(
    `SELECT seq, label FROM "changeSet" WHERE person = ? AND undo IN ('recorded', 'redo') AND "reversedBy" IS NULL ORDER BY seq DESC LIMIT 1`,
    session.name,
  );
}

/** The newest undo of this person that nothing new came after. */
function redoTarget(db: ReadDb, session: CallSession): SetRow | undefined {
  return db.get<SetRow>(
    `SELECT seq, label FROM "changeSet" AS u WHERE person = ? AND undo = 'undo' AND "reversedBy" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "changeSet" AS later WHERE later.person = u.person AND later.undo = 'recorded' AND later.seq > u.seq)
     ORDER BY seq DESC LIMIT 1`,
    session.name,
  );
}

function reverse(
  store: Store,
  target: SetRow | undefined,
  nothing: 'undoNothing' | 'redoNothing',
  ctx: WriteContext,
): { label: string } {
  if (!target) throw new AppError(nothing);
  reverseChangeSet(store, target.seq);
  ctx.unit.setReverses(target.seq);
  ctx.unit.rename(target.label);
  return { label: target.label };
}

/** What changed no row has no change set, and is called as its method is: an opening, an export. */
function plainLabel(command: string): string {
  const spec = procedureOf(command);
  return spec && spec.kind !== 'query' ? spec.label : command;
}

export const historyQueries = queries({
  'history.state': (db, _input, ctx) => ({
    undo: undoTarget(db, ctx.session)?.label ?? null,
    redo: redoTarget(db, ctx.session)?.label ?? null,
  }),
  'history.list': (db, input) => {
    type Row = {
      seq: number;
      at: string;
      person: string;
      post: string;
      command: string;
      touched: string;
      label: string | null;
      undo: string | null;
      reverses: number | null;
      reversedBy: number | null;
    };
    const rows = db.all<Row>(
      `SELECT a.seq, a.at, a.person, a.post, a.command, a.touched, c.label, c.undo, c.reverses, c."reversedBy"
         FROM "auditEvent" a LEFT JOIN "changeSet" c ON c.seq = a."changeSet"
        WHERE a.seq < ? ORDER BY a.seq DESC LIMIT ?`,
      input.before ?? Number.MAX_SAFE_INTEGER,
      input.limit + 1,
    );
    const items = rows.slice(0, input.limit).map((row) => ({
      seq: row.seq,
      at: row.at,
      person: row.person,
      post: row.post,
      command: row.command,
      label:
        row.undo === 'undo'
          ? `Undo: ${row.label}`
          : row.undo === 'redo'
            ? `Redo: ${row.label}`
            : (row.label ?? plainLabel(row.command)),
      touched: JSON.parse(row.touched) as { table: string; rows: number }[],
      undone: row.reversedBy !== null && row.undo !== 'undo',
      undoable: row.undo === 'recorded' || row.undo === 'redo',
      reverses: row.reverses,
    }));
    return { items, next: rows.length > input.limit ? items.at(-1)!.seq : null };
  },
});

export const historyCommands = commands({
  'history.undo': (store, _input, ctx) => reverse(store, undoTarget(store, ctx.session), 'undoNothing', ctx),
  'history.redo': (store, _input, ctx) => reverse(store, redoTarget(store, ctx.session), 'redoNothing', ctx),
});
