import { basename } from 'node:path';
import type { InputOf, OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import type { CallControl } from '#shared/rpc/service.ts';
import { HELP_PAGES } from '#resources/help/pages.ts';
import type { WorkbenchName } from '../kernel/implement.ts';
import {
  changePassphrase,
  closeOpen,
  createReview,
  lockReview,
  openExisting,
  openSample,
  sheetOf,
  unlockReview,
} from './opening.ts';
import { readRecent, recentRef } from './recent.ts';
import { sessionState, type ClientState, type WorkbenchParts } from './state.ts';

type Handler<N extends WorkbenchName> = (
  parts: WorkbenchParts,
  input: InputOf<N>,
  client: ClientState,
  control: CallControl,
) => OutputOf<N> | Promise<OutputOf<N>>;

const handlers: { [N in WorkbenchName]: Handler<N> } = {
  'session.get': (parts, _input, client) => sessionState(parts, client.view),
  'session.recent': (parts) => {
    const start = parts.startPath
      ? [
          {
            ref: 'start-file',
            reference: basename(parts.startPath, '.review'),
            openedAt: new Date(parts.ports.now()).toISOString(),
          },
        ]
      : [];
    return [
      ...start,
      ...readRecent(parts.ports.dataFolder).map((item) => ({
        ref: recentRef(item.path),
        reference: item.reference,
        openedAt: item.openedAt,
      })),
    ];
  },
  'session.create': (parts, input) => createReview(parts, input),
  'session.openSample': (parts, _input, _client, control) =>
    openSample(parts, (label, done, total) => {
      if (control.signal.aborted) throw new AppError('cancelled');
      control.onProgress({ label, done, total });
    }),
  'session.open': (parts, input) => openExisting(parts, input),
  'session.lock': async (parts) => {
    await lockReview(parts);
    return {};
  },
  'session.unlock': (parts, input) => unlockReview(parts, input.passphrase),
  'session.close': async (parts) => {
    await closeOpen(parts);
    parts.current = { state: 'none' };
    parts.ring.publish('session.changed', { state: 'none' });
    return {};
  },
  'session.setView': (_parts, input, client) => {
    client.view = input.view;
    return {};
  },
  'session.setPerson': (parts, input) => {
    parts.person = input;
    parts.ring.publish('session.changed', { state: parts.current.state });
    return {};
  },
  'session.recoverySheet': (parts, input) => sheetOf(parts, input.passphrase),
  'session.changePassphrase': (parts, input) => changePassphrase(parts, input),
  'session.saveCopy': async (parts) => {
    if (parts.current.state !== 'open') throw new AppError('notOpen');
    const path = await parts.current.review.core.backup('saved', parts.ports.now());
    return { file: basename(path), at: new Date(parts.ports.now()).toISOString() };
  },
  'session.help': () => HELP_PAGES.map((page) => ({ ...page })),
};

/** Answers what needs no open review. The input has been parsed. */
export async function answerWorkbench(
  parts: WorkbenchParts,
  client: ClientState,
  name: string,
  input: unknown,
  control: CallControl,
): Promise<unknown> {
  const identifiedOnly = name === 'session.recoverySheet' || name === 'session.changePassphrase';
  if (identifiedOnly && client.view === 'anonymised') throw new AppError('identifiedOnly');
  const handler = handlers[name as WorkbenchName] as (
    parts: WorkbenchParts,
    input: unknown,
    client: ClientState,
    control: CallControl,
  ) => unknown;
  return handler(parts, input, client, control);
}
