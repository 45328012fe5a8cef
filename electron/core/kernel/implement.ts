import type { session } from '#shared/contract/session.ts';
import type { CommandName, InputOf, JobName, OutputOf, QueryName } from '#shared/contract/index.ts';
import type { ReadDb } from '../db/sql.ts';
import type { Store } from '../db/store.ts';
import type { Lens } from './lens.ts';
import type { CallSession } from './session.ts';

export type ReadContext = { session: CallSession; lens: Lens; now: string };
export type WriteContext = ReadContext & { unit: { setReverses(seq: number): void; rename(label: string): void } };

/** What the workbench answers itself has no handler here. */
type OfWorkbench = keyof typeof session;
export type ReviewQuery = Exclude<QueryName, OfWorkbench>;
export type ReviewCommand = Exclude<CommandName, OfWorkbench>;
export type ReviewJob = Exclude<JobName, OfWorkbench>;
export type WorkbenchName = OfWorkbench;

export type QueryMap = { [N in ReviewQuery]: (db: ReadDb, input: InputOf<N>, ctx: ReadContext) => OutputOf<N> };
export type CommandMap = { [N in ReviewCommand]: (store: Store, input: InputOf<N>, ctx: WriteContext) => OutputOf<N> };

/** A feature's own slice of the handlers, typed by the contract. */
export const queries = <K extends ReviewQuery>(map: Pick<QueryMap, K>): Pick<QueryMap, K> => map;
export const commands = <K extends ReviewCommand>(map: Pick<CommandMap, K>): Pick<CommandMap, K> => map;
