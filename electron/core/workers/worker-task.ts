import { Worker } from 'node:worker_threads';
import { YOUNG_HEAP_MB } from '#shared/kernel/young-heap.ts';

export type WorkerName = 'reader-worker' | 'publish-worker';
/** Why a worker gave no answer. */
export type WorkerEnd = 'cancelled' | 'tooSlow' | 'outOfMemory' | 'ended';
export type WorkerTask<Message, Answer> = {
  name: WorkerName;
  job: unknown;
  transfer?: ArrayBuffer[];
  limits: { seconds: number; heapMb: number };
  signal?: AbortSignal | undefined;
  /** Answers undefined while there is more to come; what it throws ends the task. */
  onMessage(message: Message): Answer | undefined;
  /** The error of an end without an answer. */
  refuse(why: WorkerEnd): Error;
};

/** A thread that gets none of this process's environment, and whose output goes nowhere. */
export function startWorker(name: WorkerName, limits: { heapMb: number }): Worker {
  // From source Node runs the `.ts` itself; in the bundle the worker stands beside this file.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Worker(new URL(`./${name}.${extension}`, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB, stackSizeMb: 8 },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
}

/**
 * Runs one task in a thread of its own, which is ended when it takes too long or too much.
 */
export async function runWorkerTask<Message, Answer>(task: WorkerTask<Message, Answer>): Promise<Answer> {
  if (task.signal?.aborted) throw task.refuse('cancelled');
  const worker = startWorker(task.name, task.limits);
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(task.refuse('tooSlow')), task.limits.seconds * 1000);
      stop = () => reject(task.refuse('cancelled'));
      task.signal?.addEventListener('abort', stop, { once: true });
      worker.on('message', (message: Message) => {
        try {
          const answer = task.onMessage(message);
          if (answer !== undefined) resolve(answer);
        } catch (error) {
          reject(error);
        }
      });
      worker.on('error', (error: Error & { code?: string }) =>
        reject(task.refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'outOfMemory' : 'ended')),
      );
      worker.on('exit', () => reject(task.refuse('ended')));
      worker.postMessage(task.job, task.transfer ?? []);
    });
  } finally {
    clearTimeout(timer);
    if (stop) task.signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
