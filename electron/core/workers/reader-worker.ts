import { parentPort } from 'node:worker_threads';
import { codesOfReply, readReply } from '#core/features/panel/read/read-reply.ts';
import { readActions } from '#core/features/recommendations/read-actions/read-actions.ts';
import { openOriginal, type Original, pageOf } from '#core/features/returns/original/original-lines.ts';
import { readRawReturn } from '#core/features/returns/readers/open-return.ts';
import { packReturn } from '#core/features/returns/staging/packed-return.ts';
import { stageReturn } from '#core/features/returns/staging/stage-return.ts';
import { AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { ReaderAnswer, ReaderJob } from './messages.ts';

parentPort?.on('message', (job: ReaderJob) => {
  parentPort?.postMessage(answer(job));
});

let original: Original | null = null;

function answer(job: ReaderJob): ReaderAnswer {
  try {
    if (job.task === 'return') {
      const raw = readRawReturn(job.bytes, job.name, job.limits);
      // Read, the file itself is no longer needed; staging needs the room.
      job.bytes = new Uint8Array();
      return { t: 'return', staged: packReturn(stageReturn(raw, job.context)) };
    }
    if (job.task === 'original') {
      if (job.bytes) original = openOriginal(readRawReturn(job.bytes, job.name, job.limits), new Map(job.lastRows));
      if (!original) throw new AppError('internal');
      return { t: 'original', page: pageOf(original, job.ask) };
    }
    if (job.task === 'replyCodes') return { t: 'replyCodes', codes: codesOfReply(job.bytes) };
    if (job.task === 'reply') return { t: 'reply', read: readReply(job.bytes, job.sentBytes, job.codes) };
    return { t: 'actions', read: readActions({ kind: 'file', name: job.name, bytes: job.bytes }, { today: job.today }) };
  } catch (error) {
    // Whatever else a hostile file makes fall over is the file's fault: a plain refusal, without the words of the failure.
    const wire = toAppError(error).toWire();
    return { t: 'failed', error: wire.code === 'internal' ? { ...wire, code: 'unreadableFile', details: {} } : wire };
  }
}
