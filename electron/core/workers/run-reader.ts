import type { ReadReply } from '#core/features/panel/read/read-reply.ts';
import type { ReadActions } from '#core/features/recommendations/read-actions/read-actions.ts';
import { READ_LIMITS, type ReadLimits } from '#core/features/returns/readers/limits.ts';
import { type PackedReturn, unpackReturn } from '#core/features/returns/staging/packed-return.ts';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import { AppError, type ErrorDetails } from '#shared/kernel/app-error.ts';
import type { ErrorCode } from '#shared/kernel/error-table.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import type { ReaderAnswer, ReaderJob } from './messages.ts';
import { runWorkerTask, type WorkerEnd } from './worker-task.ts';

/** As `runPackingReader`, taken apart here: for a few rows. */
export async function runReader(...asked: Parameters<typeof runPackingReader>): Promise<StagedReturn> {
  return unpackReturn(await runPackingReader(...asked));
}

/**
 * Reads and stages a return in a thread of its own. Throws an AppError whose details name the file and the agency, and what
 * to ask for.
 */
export async function runPackingReader(
  bytes: Uint8Array,
  name: string,
  context: StageContext,
  limits: Partial<ReadLimits> = {},
  signal?: AbortSignal,
): Promise<PackedReturn> {
  const caps = { ...READ_LIMITS, ...limits };
  return read(
    bytes,
    { file: name, agency: context.agency },
    caps,
    signal,
    (copy) => ({ task: 'return', bytes: copy, name, context, limits: caps }),
    (answer) => (answer.t === 'return' ? answer.staged : undefined),
  );
}

/** Reads recommendations and actions out of a file, under the same limits. */
export async function runActionsReader(
  bytes: Uint8Array,
  name: string,
  today: string,
  signal?: AbortSignal,
): Promise<ReadActions> {
  return read(
    bytes,
    { file: name, agency: 'its sender' },
    READ_LIMITS,
    signal,
    (copy) => ({ task: 'actions', bytes: copy, name, today }),
    (answer) => (answer.t === 'actions' ? answer.read : undefined),
  );
}

/** A member's copy that came back: which copy it is, then what is said in it. The sender is named in a refusal, not an agency. */
export async function runReplyReader(
  reply: { step: 'codes'; bytes: Uint8Array; name: string },
  signal?: AbortSignal,
): Promise<string[]>;
export async function runReplyReader(
  reply: { step: 'read'; bytes: Uint8Array; name: string; sentBytes: Uint8Array | null; codes: readonly string[] },
  signal?: AbortSignal,
): Promise<ReadReply>;
export async function runReplyReader(
  reply: { step: 'codes' | 'read'; bytes: Uint8Array; name: string; sentBytes?: Uint8Array | null; codes?: readonly string[] },
  signal?: AbortSignal,
): Promise<string[] | ReadReply> {
  return read<string[] | ReadReply>(
    reply.bytes,
    { file: reply.name, agency: 'its sender', wanted: 'a Word document (.docx)' },
    READ_LIMITS,
    signal,
    (copy) =>
      reply.step === 'codes'
        ? { task: 'replyCodes', bytes: copy }
        : { task: 'reply', bytes: copy, sentBytes: reply.sentBytes ?? null, codes: reply.codes ?? [] },
    (answer) => (answer.t === 'replyCodes' ? answer.codes : answer.t === 'reply' ? answer.read : undefined),
  );
}

async function read<T>(
  bytes: Uint8Array,
  about: ErrorDetails,
  caps: ReadLimits,
  signal: AbortSignal | undefined,
  jobOf: (copy: Uint8Array) => ReaderJob,
  take: (answer: ReaderAnswer) => T | undefined,
): Promise<T> {
  const refusal = (code: ErrorCode, details: ErrorDetails = {}): AppError => new AppError(code, { ...details, ...about });
  if (signal?.aborted) throw refusal('cancelled');
  if (bytes.length > caps.maxBytes) throw refusal('fileTooLarge', { limit: `${Math.round(caps.maxBytes / 1_000_000)} MB` });
  // One copy, which is then handed over: the caller keeps its bytes.
  const copy = new Uint8Array(bytes);
  const refuse = (why: WorkerEnd): AppError => {
    if (why === 'cancelled') return refusal('cancelled');
    if (why === 'tooSlow') return refusal('fileTooSlow', { seconds: caps.seconds });
    return why === 'outOfMemory'
      ? refusal('fileTooLarge', { limit: 'the memory set aside for one file' })
      : refusal('unreadableFile');
  };
  return runWorkerTask<ReaderAnswer, T>({
    name: 'reader-worker',
    job: jobOf(copy),
    transfer: [copy.buffer],
    limits: caps,
    signal,
    refuse,
    onMessage: (answer) => {
      if (answer.t === 'failed') throw refusal(answer.error.code, answer.error.details);
      return take(answer);
    },
  });
}
