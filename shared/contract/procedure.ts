import type { z } from 'zod';
import type { ErrorCode } from '../kernel/error-table.ts';
import type { TableName } from '../model/table-names.ts';

/** Roles are workflow within one review: whoever holds the passphrase holds everything (SECURITY.md). */
export type Role = 'panelMember' | 'businessManager' | 'reviewer';

type Common<I extends z.ZodType, O extends z.ZodType> = {
  /** One plain sentence: what it does. Shown by `plumbline methods`. */
  about: string;
  input: I;
  output: O;
  errors?: readonly ErrorCode[];
  /** Shows what has no anonymised form, so it is refused in an anonymised session. */
  identifiedOnly?: true;
  /** Answered by the workbench itself, before or beside an open review. */
  scope?: 'workbench';
};

export type Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Common<I, O> & {
  kind: 'query';
  /** Tables whose change makes this answer stale. */
  reads: readonly TableName[];
};
export type Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Common<I, O> & {
  kind: 'command';
  /** The least that the session must be. */
  role: Role;
  /** Whether undo can take it back; said here, once. `journal` writes outside history and is sealed later. */
  undo: 'recorded' | 'never' | 'journal';
  /** What the undo menu and the activity page call it. */
  label: string;
};
export type Job<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Common<I, O> & {
  kind: 'job';
  role: Role;
  label: string;
};
export type Procedure = Query | Command | Job;
export type Procedures = Record<string, Procedure>;

export const query = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Query<I, O>, 'kind'>): Query<I, O> => ({
  kind: 'query',
  ...spec,
});
export const command = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Command<I, O>, 'kind'>): Command<I, O> => ({
  kind: 'command',
  ...spec,
});
export const job = <I extends z.ZodType, O extends z.ZodType>(spec: Omit<Job<I, O>, 'kind'>): Job<I, O> => ({
  kind: 'job',
  ...spec,
});
