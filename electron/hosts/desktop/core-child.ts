import { utilityProcess, type UtilityProcess } from 'electron';
import { AppError } from '#shared/kernel/app-error.ts';
import type { FileAnswers, FileQuestion, FromCore, ToCore } from './core-messages.ts';

export type CoreChild = {
  send(message: ToCore): void;
  ask<Q extends FileQuestion>(question: Q): Promise<FileAnswers[Q['what']]>;
  onFrame(listener: (page: number, frame: string) => void): void;
  onClosed(listener: (page: number) => void): void;
  /** The process ended without being asked to. */
  onLost(listener: () => void): void;
  end(): Promise<void>;
};

const END_WITHIN_MS = 10_000;

/** Main's end of the line to the core's process. */
export function startCoreChild(entry: string, dataFolder: string): CoreChild {
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: AppError): void }>();
  let onFrame: (page: number, frame: string) => void = () => undefined;
  let onClosed: (page: number) => void = () => undefined;
  let onLost: () => void = () => undefined;
  let ended: (() => void) | null = null;
  let next = 1;
  const child: UtilityProcess = utilityProcess.fork(entry, [], { serviceName: 'Plumbline core', stdio: 'ignore' });

  child.on('message', (message: FromCore) => {
    if (message.t === 'frame') onFrame(message.page, message.frame);
    else if (message.t === 'closed') onClosed(message.page);
    else if (message.t === 'ended') ended?.();
    else {
      const waiting = asked.get(message.id);
      asked.delete(message.id);
      if (message.t === 'answer') waiting?.resolve(message.value);
      else waiting?.reject(new AppError(message.error.code, message.error.details, message.error.message));
    }
  });
  child.on('exit', () => {
    for (const waiting of asked.values()) waiting.reject(new AppError('closed'));
    asked.clear();
    if (ended) ended();
    else onLost();
  });
  const post = (message: ToCore): void => child.postMessage(message, []);
  post({ t: 'start', dataFolder });

  return {
    send: post,
    ask<Q extends FileQuestion>(question: Q) {
      return new Promise<FileAnswers[Q['what']]>((resolve, reject) => {
        const id = next++;
        asked.set(id, { resolve: (value) => resolve(value as FileAnswers[Q['what']]), reject });
        post({ t: 'ask', id, question });
      });
    },
    onFrame: (listener) => (onFrame = listener),
    onClosed: (listener) => (onClosed = listener),
    onLost: (listener) => (onLost = listener),
    end: () =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          child.kill();
          resolve();
        };
        const timer = setTimeout(done, END_WITHIN_MS);
        ended = done;
        post({ t: 'end' });
      }),
  };
}
