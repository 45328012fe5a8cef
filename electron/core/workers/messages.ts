import type { BlockedPublication, MadePublication, MakeOptions } from '#core/features/publish/pipeline.ts';
import type { CheckOptions, CheckResult } from '#core/features/publish/verify/check-file.ts';
import type { ReadReply } from '#core/features/panel/read/read-reply.ts';
import type { ReadActions } from '#core/features/recommendations/read-actions/read-actions.ts';
import type { PageAsk, RawPage } from '#core/features/returns/original/original-lines.ts';
import type { ReadLimits } from '#core/features/returns/readers/limits.ts';
import type { PackedReturn } from '#core/features/returns/staging/packed-return.ts';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import type { WireError } from '#shared/kernel/app-error.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import type { RegisterEntry } from '#shared/model/register.ts';

/** A foreign file to read, and what comes back. The worker answers once and is then ended; an original stays open in it. */
export type ReaderJob =
  | { task: 'return'; bytes: Uint8Array; name: string; context: StageContext; limits: ReadLimits }
  | { task: 'actions'; bytes: Uint8Array; name: string; today: string }
  | {
      task: 'original';
      /** Null: the file that this worker has open. */
      bytes: Uint8Array | null;
      name: string;
      limits: ReadLimits;
      lastRows: readonly [TableRef, number][];
      ask: PageAsk;
    }
  | { task: 'replyCodes'; bytes: Uint8Array }
  | { task: 'reply'; bytes: Uint8Array; sentBytes: Uint8Array | null; codes: readonly string[] };
export type ReaderAnswer =
  | { t: 'return'; staged: PackedReturn }
  | { t: 'actions'; read: ReadActions }
  | { t: 'original'; page: RawPage }
  | { t: 'replyCodes'; codes: string[] }
  | { t: 'reply'; read: ReadReply }
  | { t: 'failed'; error: WireError };

/** Made bytes as they leave the worker: to be taken in through `receiveVerified` against the stored row, and no other way. */
export type MadeAnswer = Omit<MadePublication, 'file'> & { format: 'docx' | 'html'; sha256: string; bytes: Uint8Array };
export type MakeAnswer = MadeAnswer | BlockedPublication;
export type PublishJob =
  | { task: 'make'; model: unknown; options: MakeOptions }
  | { task: 'check'; bytes: Uint8Array; name: string; register: readonly RegisterEntry[]; options: CheckOptions };
export type PublishMessage =
  | { t: 'progress'; done: number; of: number; step: string }
  | { t: 'made'; answer: MakeAnswer }
  | { t: 'checked'; answer: CheckResult }
  | { t: 'failed'; error: WireError };
