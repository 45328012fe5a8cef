import type { ReturnDiff } from '#shared/contract/return-versions.ts';
import type { ReturnPreview } from '#shared/contract/returns.ts';
import type { AppError } from '#shared/kernel/app-error.ts';
import type { ColumnMapping } from '#shared/model/agency-return.ts';
import type { PickedFile } from '#shared/rpc/host-bridge.ts';
import type { Progress } from '#shared/rpc/service.ts';

/** A file that waits, is read, or stands ready to be added. Kept in memory alone: nothing of it is in the review yet. */
export type PendingReturn = {
  key: string;
  /** null: the host itself refused it. */
  file: PickedFile | null;
  name: string;
  /** Whose return it is, as a person said; null: as the file says. */
  agency: string | null;
  /** Columns that a person has placed; the others are placed by the reader. */
  placed: ColumnMapping;
  state: 'waiting' | 'reading' | 'ready' | 'refused' | 'adding';
  progress: Progress | null;
  preview: ReturnPreview | null;
  /** The return that it corrects, as a person said; null: a new one; undefined: as the file suggests. */
  replaces: string | null | undefined;
  /** What it would change, where it corrects a return. */
  diff: ReturnDiff | null;
  error: AppError | null;
  /** The problems that keep rows out whole were seen, and the rest is wanted. */
  accepted: boolean;
};
