import type { ReadDb } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import type { ReadContext, WriteContext } from './implement.ts';

/**
 * A step of a job within the core: run on the reader or as one unit of work on the writer, asked for by name across the
 * threads. No door reaches a step: it is not in the contract.
 */
export type ReadStep<I, O> = { step: string; run: (db: ReadDb, input: I, ctx: ReadContext) => O };
export type WriteStep<I, O> = {
  step: string;
  /** How it stands on the activity log and in history. */
  command: string;
  label: string;
  undo: 'recorded' | 'never' | 'journal';
  audit?: 'always';
  run: (store: Store, input: I, ctx: WriteContext) => O;
};

export const readStep = <I, O>(step: string, run: ReadStep<I, O>['run']): ReadStep<I, O> => ({ step, run });
export const writeStep = <I, O>(spec: WriteStep<I, O>): WriteStep<I, O> => spec;

/** An action that changes no row and still belongs on the activity log: an export, an original handed over. */
export const noteActivity = writeStep({
  step: 'noteActivity',
  command: 'activity',
  label: 'Activity',
  undo: 'never',
  audit: 'always',
  run: (_store, _input: { command: string }) => null,
});
