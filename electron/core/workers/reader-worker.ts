import { parentPort } from 'node:worker_threads';
import type { ReadLimits } from '#core/features/returns/readers/limits.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { type StageContext, stageReturn } from '#core/features/returns/staging/stage-return.ts';
import { toAppError, type WireError } from '#shared/kernel/app-error.ts';
import type { StagedReturn } from '#shared/model/agency-return.ts';

/** One file to read; the worker answers once and is then ended. */
export type ReaderJob = { bytes: Uint8Array; name: string; context: StageContext; limits: ReadLimits };
export type ReaderAnswer = { ok: true; staged: StagedReturn } | { ok: false; error: WireError };

parentPort?.on('message', (job: ReaderJob) => {
  parentPort?.postMessage(answer(job), []);
});

function answer({ bytes, name, context, limits }: ReaderJob): ReaderAnswer {
  try {
    return { ok: true, staged: stageReturn(readRawReturn(bytes, name, limits), context) };
  } catch (error) {
    // Whatever else a hostile file makes fall over is the file's fault: a plain refusal, without the words of the failure.
    const known = toAppError(error);
    const wire = known.toWire();
    return { ok: false, error: wire.code === 'internal' ? { ...wire, code: 'unreadableFile', details: {} } : wire };
  }
}
