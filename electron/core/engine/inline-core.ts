import { AppError } from '#shared/kernel/app-error.ts';
import type { WriteAnswer } from './engine.ts';
import type { VerifyResult } from '../features/review/verify.ts';
import { openEngine } from './open-engine.ts';
import type { EngineRequest, OnRows, OpenSpec, ReviewCore } from './review-core.ts';

/** Sends requests to a writer and a reader, wherever they are, and publishes events after their commits. */
export function coreOver(
  ask: (to: 'writer' | 'reader', request: EngineRequest) => Promise<unknown>,
  readOnly: boolean,
  onRows: OnRows,
): ReviewCore {
  let readerOpen = true;
  const write = async (request: EngineRequest): Promise<unknown> => {
    if (readOnly) throw new AppError('readOnly');
    const answer = (await ask('writer', request)) as WriteAnswer;
    if (answer.event) onRows(answer.event);
    return answer.output;
  };
  return {
    query: (name, input, session, now) => ask('reader', { op: 'query', name, input, session, now }),
    command: (name, input, session, now) => write({ op: 'command', name, input, session, now }),
    read: (step, input, session, now) => ask('reader', { op: 'read', name: step.step, input, session, now }) as Promise<never>,
    write: (step, input, session, now) => write({ op: 'write', name: step.step, input, session, now }) as Promise<never>,
    backup: (why, nowMs) => ask('writer', { op: 'backup', why, nowMs }) as Promise<string>,
    verify: () => ask('reader', { op: 'verify' }) as Promise<VerifyResult>,
    checkpoint: async () => {
      if (!readOnly) await ask('writer', { op: 'checkpoint' });
    },
    rekey: async (key) => {
      if (readOnly) throw new AppError('readOnly');
      // No second connection may look on while every page is rewritten; the review is opened afresh afterwards.
      await ask('reader', { op: 'close' });
      readerOpen = false;
      await ask('writer', { op: 'rekey', key });
    },
    close: async () => {
      if (readerOpen) await ask('reader', { op: 'close' });
      readerOpen = false;
      if (!readOnly) await ask('writer', { op: 'close' });
    },
  };
}

/** Both connections in this thread: the command line and the tests. */
export function openInline(spec: OpenSpec, onRows: OnRows): ReviewCore {
  const writer = spec.readOnly ? null : openEngine(spec, 'writer');
  const reader = openEngine(spec, 'reader');
  return coreOver(
    async (to, request) => (to === 'reader' || writer === null ? reader : writer).handle(request),
    spec.readOnly,
    onRows,
  );
}
