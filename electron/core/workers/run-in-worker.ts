import { Worker } from 'node:worker_threads';
import { READ_LIMITS, type ReadLimits } from '#core/features/returns/readers/limits.ts';
import type { StageContext } from '#core/features/returns/staging/stage-return.ts';
import { AppError, type ErrorDetails } from '#shared/kernel/app-error.ts';
import type { ErrorCode } from '#shared/kernel/error-table.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';
import type { ReaderAnswer, ReaderJob } from './reader-worker.ts';

/** From source Node runs the `.ts` itself; in the bundle the worker stands beside this file. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js', import.meta.url);

/**
 * Reads and stages a return in a thread of its own, which is ended when the file takes too long or too much (DESIGN.md, The
 * doors are locked). Throws an AppError whose details name the file and the agency, and what to ask for.
 */
export async function runReader(
  bytes: Uint8Array,
  name: string,
  context: StageContext,
  limits: Partial<ReadLimits> = {},
  signal?: AbortSignal,
): Promise<StagedReturn> {
  const caps = { ...READ_LIMITS, ...limits };
  const about: ErrorDetails = { file: name, agency: context.agency };
  const refusal = (code: ErrorCode, details: ErrorDetails = {}): AppError => new AppError(code, { ...details, ...about });
  if (signal?.aborted) throw refusal('cancelled');
  if (bytes.length > caps.maxBytes) throw refusal('fileTooLarge', { limit: `${Math.round(caps.maxBytes / 1_000_000)} MB` });

  const worker = new Worker(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: caps.heapMb, stackSizeMb: 4 },
    // The thread needs none of this process's secrets.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise<StagedReturn>((resolve, reject) => {
      timer = setTimeout(() => reject(refusal('fileTooSlow', { seconds: caps.seconds })), caps.seconds * 1_000);
      stop = () => reject(refusal('cancelled'));
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (answer: ReaderAnswer) => {
        if (answer.ok) resolve(answer.staged);
        else reject(refusal(answer.error.code, answer.error.details));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(outOfMemory ? refusal('fileTooLarge', { limit: 'the memory set aside for one file' }) : refusal('unreadableFile'));
      });
      worker.on('exit', () => reject(refusal('unreadableFile')));
      // One copy, which is then handed over: the caller keeps its bytes.
      const copy = new Uint8Array(bytes);
      const job: ReaderJob = { bytes: copy, name, context, limits: caps };
      worker.postMessage(job, [copy.buffer]);
    });
  } finally {
    clearTimeout(timer);
    if (stop) signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
