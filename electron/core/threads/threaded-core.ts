import { Worker } from 'node:worker_threads';
import { AppError } from '#shared/kernel/app-error.ts';
import { YOUNG_HEAP_MB } from '#shared/kernel/young-heap.ts';
import type { ErrorCode } from '#shared/kernel/error-table.ts';
import { coreOver } from '../engine/inline-core.ts';
import type { Role } from '../engine/open-engine.ts';
import type { EngineRequest, OnRows, OpenSpec, ReviewCore } from '../engine/review-core.ts';
import { inTurn } from './in-turn.ts';
import type { ThreadAnswer, ThreadRequest, ThreadStart } from './core-thread.ts';

type Thread = { ask(request: EngineRequest): Promise<unknown>; stop(): Promise<void> };

/** One writer thread and one reader thread: a query never waits for an import, and the host's own thread for neither. */
export async function openThreaded(spec: OpenSpec, onRows: OnRows): Promise<ReviewCore> {
  // The writer first: it migrates an older file before the reader looks at it.
  const writer = spec.readOnly ? null : await startThread({ spec, role: 'writer' });
  const reader = await startThread({ spec, role: 'reader' }).catch(async (error: unknown) => {
    await writer?.stop();
    throw error;
  });
  const read = inTurn(reader.ask);
  const ask = (to: Role, request: EngineRequest): Promise<unknown> =>
    to === 'reader' || writer === null ? read(request) : writer.ask(request);
  return coreOver(ask, spec.readOnly, onRows);
}

async function startThread(start: ThreadStart): Promise<Thread> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./core-thread.${extension}`, import.meta.url), {
    workerData: start,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let next = 1;
  let ended = false;
  const failAll = (error: unknown): void => {
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, ok, error }: ThreadAnswer) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new AppError(error.code as ErrorCode, error.details));
    else call?.resolve(ok);
  });
  worker.on('error', () => failAll(new AppError('internal')));
  worker.on('exit', () => {
    ended = true;
    failAll(new AppError('closed'));
  });
  await new Promise((resolve, reject) => waiting.set(0, { resolve, reject }));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new AppError('closed'));
        const id = next++;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request } satisfies ThreadRequest);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}
