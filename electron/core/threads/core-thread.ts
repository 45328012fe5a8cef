import { parentPort, workerData } from 'node:worker_threads';
import { toAppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { openEngine, type OpenEngine, type Role } from '../engine/open-engine.ts';
import type { EngineRequest, OpenSpec } from '../engine/review-core.ts';

/** The script of both threads: one connection each, requests answered in the order they come. */
export type ThreadStart = { spec: OpenSpec; role: Role };
export type ThreadRequest = { id: number; request: EngineRequest };
export type ThreadAnswer = {
  id: number;
  ok?: unknown;
  error?: { code: string; details: Record<string, unknown>; message: string; trace?: string };
};

/** Nobody has asked for so long: the log is moved into the file, so that no commit has to. */
const IDLE_MS = 2_000;

const port = parentPort;
if (port) {
  const { spec, role } = workerData as ThreadStart;
  let engine: OpenEngine | null = null;
  const answer = (id: number, run: () => unknown): void => {
    try {
      port.postMessage({ id, ok: run() ?? null } satisfies ThreadAnswer);
    } catch (thrown) {
      const error = toAppError(thrown, newId);
      const trace = error.code === 'internal' && thrown instanceof Error ? (thrown.stack ?? '') : '';
      port.postMessage({
        id,
        error: { code: error.code, details: error.details, message: error.message, trace },
      } satisfies ThreadAnswer);
    }
  };
  answer(0, () => {
    engine = openEngine(spec, role);
  });
  let tidying: NodeJS.Timeout | undefined;
  port.on('message', ({ id, request }: ThreadRequest) => {
    clearTimeout(tidying);
    answer(id, () => engine!.handle(request));
    if (request.op === 'close') port.close();
    else if (role === 'writer') tidying = setTimeout(tidy, IDLE_MS).unref();
  });
  // A log that cannot be moved now is moved at the next rest, or on closing.
  const tidy = (): void => {
    try {
      engine!.handle({ op: 'tidy' });
    } catch {
      return;
    }
  };
}
