import { contract } from '#shared/contract/index.ts';
import { issueInWords } from '#shared/contract/input-issue.ts';
import type { RowsChanged } from '#shared/contract/events.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { Command, Procedure, Query } from '#shared/contract/procedure.ts';
import { deriveLanes } from '../features/lanes/writes.ts';
import { deriveFromChanges } from '../features/search/indexer.ts';
import { readDb, type Connection, type ReadDb } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import { commandHandlers, queryHandlers } from './handlers.ts';
import type { ReadContext, WriteContext } from '../kernel/implement.ts';
import { readSteps, writeSteps } from './steps.ts';
import { createLens, newMatcherCache, type MatcherCache } from '../kernel/lens.ts';
import { revealDetails, revealOutput } from '../kernel/reveal-output.ts';
import { requireRole, type CallSession } from '../kernel/session.ts';
import { runUnit, type Derive, type UnitResult } from '../kernel/unit-of-work.ts';

export type Call = { name: string; input: unknown; session: CallSession; now: string };
export type WriteAnswer = { output: unknown; event: RowsChanged | null };

/** Runs procedures on one connection. A writer's engine does both; a reader's only `query` and `read`. */
export type Engine = {
  query(call: Call): unknown;
  command(call: Call): WriteAnswer;
  read(call: Call): unknown;
  write(call: Call): WriteAnswer;
};

export function createEngine(connection: Connection): Engine {
  const db = readDb(connection);
  const cache = newMatcherCache();
  return {
    query: (call) => inSight(db, cache, call, (ctx) => runQuery(db, call, ctx)),
    command: (call) => {
      const spec = contract[call.name as keyof typeof contract] as Command;
      requireRole(call.session, spec.role);
      return inSight(db, cache, call, (ctx) => {
        const input = parseInput(spec, call.input);
        refuseInAnonymised(spec, call.session);
        const handler = commandHandlers[call.name as keyof typeof commandHandlers] as (
          store: Store,
          input: unknown,
          ctx: WriteContext,
        ) => unknown;
        const done = runUnit(
          connection,
          call.session,
          { command: call.name, label: spec.label, undo: undoOf(call.name, spec) },
          call.now,
          derive,
          (store, unit) => parseOutput(spec, handler(store, input, { ...ctx, unit })),
        );
        return { ...done, output: revealed(spec, done.output, createLens(db, call.session.view, cache), call.session) };
      });
    },
    read: (call) => {
      const step = readSteps.get(call.name);
      if (!step) throw new AppError('unknownMethod');
      return step.run(db, call.input as never, contextOf(db, cache, call));
    },
    write: (call): UnitResult<unknown> => {
      const step = writeSteps.get(call.name);
      if (!step) throw new AppError('unknownMethod');
      const command = step.step === 'noteActivity' ? (call.input as { command: string }).command : step.command;
      return inSight(db, cache, call, (ctx) =>
        runUnit(connection, call.session, { ...step, command }, call.now, derive, (store, unit) =>
          step.run(store, call.input as never, { ...ctx, unit }),
        ),
      );
    },
  };
}

/** Search index, weekly counts, then the counts by theme and person, which read the rows as they now stand. */
const derive: Derive = (tx, changes) => {
  deriveFromChanges(tx, changes);
  deriveLanes(tx, changes);
};

function runQuery(db: ReadDb, call: Call, ctx: ReadContext): unknown {
  const spec = contract[call.name as keyof typeof contract] as Query;
  const input = parseInput(spec, call.input);
  refuseInAnonymised(spec, call.session);
  const handler = queryHandlers[call.name as keyof typeof queryHandlers] as (
    db: ReadDb,
    input: unknown,
    ctx: ReadContext,
  ) => unknown;
  return revealed(spec, parseOutput(spec, handler(db, input, ctx)), ctx.lens, call.session);
}

const undoOf = (name: string, spec: Command): 'recorded' | 'never' | 'journal' | 'undo' | 'redo' =>
  name === 'history.undo' ? 'undo' : name === 'history.redo' ? 'redo' : spec.undo;

const contextOf = (db: ReadDb, cache: MatcherCache, call: Call): ReadContext => ({
  session: call.session,
  lens: createLens(db, call.session.view, cache),
  now: call.now,
});

/** Error details are an output too: in an anonymised session they pass the same lens. */
function inSight<T>(db: ReadDb, cache: MatcherCache, call: Call, run: (ctx: ReadContext) => T): T {
  const ctx = contextOf(db, cache, call);
  try {
    return run(ctx);
  } catch (error) {
    if (call.session.view === 'identified' || !(error instanceof AppError)) throw error;
    throw new AppError(error.code, revealDetails(error.details, ctx.lens));
  }
}

export function parseInput(spec: Procedure, input: unknown): unknown {
  const parsed = spec.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const { where, why } = issueInWords(parsed.error.issues[0]!);
  throw new AppError('badInput', { where: where || 'this call', why });
}

/** A bad answer is our fault, not the caller's, and rolls a command back. */
export function parseOutput(spec: Procedure, output: unknown): unknown {
  const parsed = spec.output.safeParse(output);
  if (parsed.success) return parsed.data;
  throw new AppError('badOutput', { where: parsed.error.issues[0]!.path.join('.') });
}

export function refuseInAnonymised(spec: Procedure, session: CallSession): void {
  if (spec.identifiedOnly && session.view === 'anonymised') throw new AppError('identifiedOnly');
}

const revealed = (spec: Procedure, output: unknown, lens: ReadContext['lens'], session: CallSession): unknown =>
  session.view === 'anonymised' ? revealOutput(spec.output, output, lens) : output;
