import type { MakeOptions, MakeProgress } from '#core/features/publish/pipeline.ts';
import type { CheckOptions, CheckResult } from '#core/features/publish/verify/check-file.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { RegisterEntry } from '#shared/model/register.ts';
import type { MakeAnswer, PublishJob, PublishMessage } from './messages.ts';
import { runWorkerTask, type WorkerEnd } from './worker-task.ts';

export type PublishLimits = { seconds: number; heapMb: number };

const MAKE: PublishLimits = { seconds: 120, heapMb: 700 };
/** A foreign file is read within the limit for every foreign file. */
const CHECK: PublishLimits = { seconds: 10, heapMb: 700 };

/** Makes a publication in a thread of its own. */
export async function runMake(
  model: unknown,
  options: MakeOptions,
  { signal, progress, limits = MAKE }: { signal?: AbortSignal; progress?: MakeProgress; limits?: PublishLimits } = {},
): Promise<MakeAnswer> {
  return run({ task: 'make', model, options }, [], { signal, progress, limits }, (message) =>
    message.t === 'made' ? message.answer : undefined,
  );
}

/** Checks a Word file in a thread of its own: a hostile one can take neither the time nor the memory of the core. */
export async function runCheck(
  bytes: Uint8Array,
  name: string,
  register: readonly RegisterEntry[],
  options: CheckOptions = {},
  { signal, limits = CHECK }: { signal?: AbortSignal; limits?: PublishLimits } = {},
): Promise<CheckResult> {
  const copy = Uint8Array.from(bytes);
  return run(
    { task: 'check', bytes: copy, name, register, options },
    [copy.buffer],
    { signal, progress: undefined, limits },
    (message) => (message.t === 'checked' ? message.answer : undefined),
  );
}

type Running = { signal: AbortSignal | undefined; progress: MakeProgress | undefined; limits: PublishLimits };

function run<T>(
  job: PublishJob,
  transfer: ArrayBuffer[],
  { signal, progress, limits }: Running,
  take: (message: PublishMessage) => T | undefined,
): Promise<T> {
  return runWorkerTask<PublishMessage, T>({
    name: 'publish-worker',
    job,
    transfer,
    limits,
    signal,
    refuse: (why) => refusal(job.task, why, limits.seconds),
    onMessage: (message) => {
      if (message.t === 'failed') throw new AppError(message.error.code, message.error.details, message.error.message);
      if (message.t === 'progress') progress?.(message.done, message.of, message.step);
      return take(message);
    },
  });
}

function refusal(task: PublishJob['task'], why: WorkerEnd, seconds: number): AppError {
  if (why === 'cancelled') return new AppError('cancelled');
  if (task === 'make') return why === 'tooSlow' ? new AppError('timedOut', { seconds }) : new AppError('internal');
  if (why === 'outOfMemory') return new AppError('fileTooLarge', { limit: 'the memory set aside for one file' });
  if (why !== 'tooSlow') return new AppError('internal');
  return new AppError(
    'fileTooSlow',
    { seconds },
    `This file took longer than ${seconds} seconds to read and was given up. It was not checked.`,
  );
}
