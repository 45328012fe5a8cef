import { Worker } from 'node:worker_threads';
import type { BlockedPublication, MadePublication, MakeOptions, MakeProgress } from '#core/features/publish/pipeline.ts';
import type { CheckOptions, CheckResult } from '#core/features/publish/verify/check-file.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import type { PublishJob, PublishMessage } from './publish-worker.ts';

/** From source Node runs the `.ts` itself; in the bundle the worker stands beside this file. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './publish-worker.ts' : './publish-worker.js', import.meta.url);

/** Made bytes as they come out of the worker: to be taken in through `receiveVerified` against the stored row, and no other way. */
export type MadeAnswer = Omit<MadePublication, 'file'> & { format: 'docx' | 'html'; sha256: string; bytes: Uint8Array };
export type MakeAnswer = MadeAnswer | BlockedPublication;
export type CheckAnswer = CheckResult;
export type PublishLimits = { seconds: number; heapMb: number };

const MAKE: PublishLimits = { seconds: 120, heapMb: 700 };
/** A foreign file is read within DESIGN's limit (The doors are locked). */
const CHECK: PublishLimits = { seconds: 10, heapMb: 700 };

/** Makes a publication in a thread of its own. */
export async function runMake(
  model: unknown,
  options: MakeOptions,
  { signal, progress, limits = MAKE }: { signal?: AbortSignal; progress?: MakeProgress; limits?: PublishLimits } = {},
): Promise<MakeAnswer> {
  const message = await runJob({ task: 'make', model, options }, [], { signal, progress, limits });
  if (message.t !== 'made') throw new AppError('internal');
  return message.answer;
}

/** Checks a Word file in a thread of its own: a hostile one can take neither the time nor the memory of the core. */
export async function runCheck(
  bytes: Uint8Array,
  name: string,
  register: readonly RegisterEntry[],
  options: CheckOptions = {},
  { signal, limits = CHECK }: { signal?: AbortSignal; limits?: PublishLimits } = {},
): Promise<CheckAnswer> {
  const copy = Uint8Array.from(bytes);
  const message = await runJob({ task: 'check', bytes: copy, name, register, options }, [copy.buffer], {
    signal,
    progress: undefined,
    limits,
  });
  if (message.t !== 'checked') throw new AppError('internal');
  return message.answer;
}

type Running = { signal: AbortSignal | undefined; progress: MakeProgress | undefined; limits: PublishLimits };

async function runJob(job: PublishJob, transfer: ArrayBuffer[], { signal, progress, limits }: Running): Promise<PublishMessage> {
  if (signal?.aborted) throw new AppError('cancelled');
  const worker = new Worker(WORKER, {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 8 },
    // The thread needs none of this process's secrets, and what it prints goes nowhere.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise<PublishMessage>((resolve, reject) => {
      timer = setTimeout(() => reject(slow(job.task, limits.seconds)), limits.seconds * 1000);
      stop = () => reject(new AppError('cancelled'));
      signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: PublishMessage) => {
        if (message.t === 'progress') progress?.(message.done, message.of, message.step);
        else if (message.t === 'failed') reject(new AppError(message.error.code, message.error.details, message.error.message));
        else resolve(message);
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const full = error.code === 'ERR_WORKER_OUT_OF_MEMORY' && job.task === 'check';
        reject(full ? new AppError('fileTooLarge', { limit: 'the memory set aside for one file' }) : new AppError('internal'));
      });
      worker.on('exit', () => reject(new AppError('internal')));
      worker.postMessage(job, transfer);
    });
  } finally {
    clearTimeout(timer);
    if (stop) signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function slow(task: PublishJob['task'], seconds: number): AppError {
  if (task === 'make') return new AppError('timedOut', { seconds });
  return new AppError(
    'fileTooSlow',
    { seconds },
    `This file took longer than ${seconds} seconds to read and was given up. It was not checked.`,
  );
}
