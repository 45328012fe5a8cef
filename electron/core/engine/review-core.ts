import type { RowsChanged } from '#shared/contract/events.ts';
import type { RawKey } from '../db/key.ts';
import type { VerifyResult } from '../features/review/verify.ts';
import type { Engine } from './engine.ts';
import type { CallSession } from '../kernel/session.ts';
import type { ReadStep, WriteStep } from '../kernel/steps.ts';

/** What it takes to open a review's file. */
export type OpenSpec = {
  path: string;
  key: RawKey;
  readOnly: boolean;
  /** `rollback` leaves the file byte for byte as it is where nothing is written; `wal` lets queries go on beside a commit. */
  journal?: 'wal' | 'rollback';
};

/** An open review, wherever its connections live: in this thread (command line, tests) or in two others. */
export type ReviewCore = {
  query(name: string, input: unknown, session: CallSession, now: string): Promise<unknown>;
  command(name: string, input: unknown, session: CallSession, now: string): Promise<unknown>;
  read<I, O>(step: ReadStep<I, O>, input: I, session: CallSession, now: string): Promise<O>;
  write<I, O>(step: WriteStep<I, O>, input: I, session: CallSession, now: string): Promise<O>;
  /** An encrypted copy in the backups folder; answers its path. */
  backup(why: string, nowMs: number): Promise<string>;
  /** Looks at everything that can be checked, on a connection of its own. */
  verify(): Promise<VerifyResult>;
  /** Moves the log into the file, so that the file alone is whole. */
  checkpoint(): Promise<void>;
  /** Rewrites the file under another key. */
  rekey(key: RawKey): Promise<void>;
  close(): Promise<void>;
};

export type OnRows = (event: RowsChanged) => void;

/** One request to an engine, as it crosses to a thread. */
export type EngineRequest =
  | { op: 'query' | 'command' | 'read' | 'write'; name: string; input: unknown; session: CallSession; now: string }
  | { op: 'backup'; why: string; nowMs: number }
  | { op: 'verify' }
  | { op: 'checkpoint' }
  | { op: 'tidy' }
  | { op: 'rekey'; key: RawKey }
  | { op: 'close' };

export type EngineOf = { engine: Engine; handle(request: EngineRequest): unknown };
