import { procedureOf } from '#shared/contract/index.ts';
import type { Procedure } from '#shared/contract/procedure.ts';
import type { View } from '#shared/contract/session.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CallControl, RpcService } from '#shared/rpc/service.ts';
import { parseInput, parseOutput, refuseInAnonymised } from '../engine/engine.ts';
import type { JobContext } from '../kernel/jobs.ts';
import { revealAnswer, revealError } from '../engine/steps.ts';
import { jobHandlers } from '../engine/job-handlers.ts';
import { requireRole, type CallSession } from '../kernel/session.ts';
import { answerWorkbench } from './session-handlers.ts';
import { asSession } from './opening.ts';
import type { ClientState, WorkbenchParts } from './state.ts';

export function createService(parts: WorkbenchParts, view: View = 'identified'): RpcService {
  const client: ClientState = { view };
  const unsubscribe = new Set<() => void>();
  return {
    call: async (name, input, control) => {
      const spec = procedureOf(name);
      if (!spec) throw new AppError('unknownMethod');
      if (name !== 'session.get') parts.lastCall = parts.ports.now();
      if (spec.scope === 'workbench') return answerWorkbench(parts, client, name, parseInput(spec, input), control);
      parts.running += 1;
      try {
        return await dispatch(parts, client, spec, name, input, control);
      } finally {
        parts.running -= 1;
      }
    },
    subscribe: (afterSeq, onEvent) => {
      const stop = parts.ring.subscribe(afterSeq, onEvent);
      unsubscribe.add(stop);
      return () => {
        unsubscribe.delete(stop);
        stop();
      };
    },
    anonymise: () => {
      client.view = 'anonymised';
    },
    close: () => {
      for (const stop of unsubscribe) stop();
      unsubscribe.clear();
    },
  };
}

async function dispatch(
  parts: WorkbenchParts,
  client: ClientState,
  spec: Procedure,
  name: string,
  input: unknown,
  control: CallControl,
): Promise<unknown> {
  if (parts.current.state === 'locked') throw new AppError('locked');
  if (parts.current.state === 'none') throw new AppError('notOpen');
  const { review } = parts.current;
  const session = asSession(parts.person, client.view);
  const now = new Date(parts.ports.now()).toISOString();
  if (control.signal.aborted) throw new AppError('cancelled');
  if (spec.kind === 'query') return review.core.query(name, input, session, now);
  const answer =
    spec.kind === 'command'
      ? await review.core.command(name, input, session, now)
      : await runJob(parts, spec, name, input, session, control);
  if (review.workingCopy) parts.keepSoon?.();
  return answer;
}

/** A job is validated like any call, and its answer passes the same lens as a query's. */
async function runJob(
  parts: WorkbenchParts,
  spec: Procedure,
  name: string,
  input: unknown,
  session: CallSession,
  control: CallControl,
): Promise<unknown> {
  if (parts.current.state !== 'open' || spec.kind !== 'job') throw new AppError('notOpen');
  const { core } = parts.current.review;
  requireRole(session, spec.role);
  const parsed = parseInput(spec, input);
  refuseInAnonymised(spec, session);
  const now = (): string => new Date(parts.ports.now()).toISOString();
  const job: JobContext = {
    session,
    ports: parts.ports,
    signal: control.signal,
    progress: (label, done, total) => control.onProgress({ label, done, total }),
    read: (what, data) => core.read(what, data, session, now()),
    write: (what, data) => core.write(what, data, session, now()),
    verify: () => core.verify(),
    now,
  };
  const handler = jobHandlers[name as keyof typeof jobHandlers] as (job: JobContext, input: unknown) => Promise<unknown>;
  try {
    const output = parseOutput(spec, await handler(job, parsed));
    return session.view === 'anonymised' ? await core.read(revealAnswer, { name, output }, session, now()) : output;
  } catch (error) {
    if (session.view === 'identified' || !(error instanceof AppError)) throw error;
    throw new AppError(error.code, await core.read(revealError, { details: error.details }, session, now()));
  }
}
