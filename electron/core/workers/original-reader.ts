import type { Worker } from 'node:worker_threads';
import type { PageAsk, RawPage } from '#core/features/returns/original/original-lines.ts';
import { READ_LIMITS } from '#core/features/returns/readers/limits.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { TableRef } from '#shared/model/agency-return.ts';
import type { ReaderAnswer, ReaderJob } from './messages.ts';
import { startWorker } from './worker-task.ts';

export type OriginalFile = { key: string; file: string; lastRows: readonly [TableRef, number][] };

type Kept = { key: string; worker: Worker; opened: boolean; last: Promise<unknown>; idle: NodeJS.Timeout | undefined };

/** How long a file stays open after its last page: long enough to scroll, short enough not to lie about. */
const IDLE_MS = 60_000;

/** One file at a time is open, in a thread of its own; turning a page does not read it again. */
let kept: Kept | null = null;

/** A page of a kept file, read under the limits of every foreign file. `load` is asked for the bytes where it is not open. */
export async function readOriginalPage(
  file: OriginalFile,
  load: () => Promise<Uint8Array>,
  ask: PageAsk,
  signal?: AbortSignal,
): Promise<RawPage> {
  if (signal?.aborted) throw new AppError('cancelled');
  if (kept?.key !== file.key) {
    close();
    kept = {
      key: file.key,
      worker: startWorker('reader-worker', READ_LIMITS),
      opened: false,
      last: Promise.resolve(),
      idle: undefined,
    };
    kept.worker.unref();
  }
  const own = kept;
  clearTimeout(own.idle);
  const page = own.last.then(async () => {
    const bytes = own.opened ? null : new Uint8Array(await load());
    if (signal?.aborted) throw new AppError('cancelled');
    return turn(own, { task: 'original', bytes, name: file.file, limits: READ_LIMITS, lastRows: file.lastRows, ask });
  });
  own.last = page.catch(() => undefined);
  try {
    return await page;
  } catch (error) {
    if (kept === own && !(error instanceof AppError && error.code === 'cancelled')) close();
    throw error;
  } finally {
    if (kept === own) {
      clearTimeout(own.idle);
      own.idle = setTimeout(() => kept === own && close(), IDLE_MS);
      own.idle.unref();
    }
  }
}

function close(): void {
  clearTimeout(kept?.idle);
  void kept?.worker.terminate();
  kept = null;
}

function turn(own: Kept, job: Extract<ReaderJob, { task: 'original' }>): Promise<RawPage> {
  const { worker } = own;
  const refusal = (code: 'cancelled' | 'fileTooSlow' | 'fileTooLarge'): AppError =>
    new AppError(code, { file: job.name, seconds: READ_LIMITS.seconds, limit: 'the memory set aside for one file' });
  worker.ref();
  let settle: (() => void) | undefined;
  return new Promise<RawPage>((resolve, reject) => {
    const onMessage = (answer: ReaderAnswer): void => {
      if (answer.t === 'failed') return reject(new AppError(answer.error.code, { ...answer.error.details, file: job.name }));
      if (answer.t !== 'original') return;
      own.opened = true;
      resolve(answer.page);
    };
    const onError = (): void => reject(refusal('fileTooLarge'));
    // Another file was opened meanwhile.
    const onExit = (): void => reject(refusal('cancelled'));
    const timer = setTimeout(() => reject(refusal('fileTooSlow')), READ_LIMITS.seconds * 1000);
    settle = () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      worker.unref();
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job, job.bytes ? [job.bytes.buffer as ArrayBuffer] : []);
  }).finally(() => settle?.());
}
