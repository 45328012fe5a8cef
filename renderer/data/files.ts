import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { DroppedFile, FilePurpose, PickedFile, PickFile } from '#shared/rpc/host-bridge.ts';
import { announce } from './announce.ts';
import { useLatest } from './use-latest.ts';
import { useWorkbench } from './workbench.tsx';

export type Files = {
  /** Empty: the person changed their mind. Throws AppError. */
  pick(what: PickFile): Promise<PickedFile[]>;
  pickPlace(suggestedName: string): Promise<PickedFile | null>;
  /** Lets the person keep bytes that the core handed over; false: they changed their mind. */
  save(ref: string, name: string): Promise<boolean>;
  /** Hands a dropped file to the host. */
  take(file: DroppedFile, purpose: FilePurpose): Promise<PickedFile>;
};

/** Files go in and out by the host; the page holds refs and names, never a path. */
export function useFiles(onError?: (error: AppError) => void): Files {
  const { host } = useWorkbench();
  const failed = useLatest(onError);
  const told = useCallback(
    async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } catch (thrown) {
        const error = toAppError(thrown);
        failed.current?.(error);
        announce(error.message, true);
        throw error;
      }
    },
    [failed],
  );
  return {
    pick: (what) => told(host.pickFile(what)),
    pickPlace: (suggestedName) => told(host.pickPlace({ suggestedName })),
    save: (ref, name) => told(host.saveResult({ ref, name })),
    take: (file, purpose) => told(host.dropFile(file, purpose)),
  };
}

type DropHandler = { purpose: FilePurpose; words: string; take(files: readonly DroppedFile[]): void };
const handlers: DropHandler[] = [];
const changed = new Set<() => void>();
const tellChanged = (): void => {
  for (const tell of changed) tell();
};

/** The place in view takes files dropped anywhere in the window, and says in `words` what will happen. */
export function useDrop(purpose: FilePurpose, words: string, take: (files: readonly DroppedFile[]) => void): void {
  const latest = useLatest(take);
  useEffect(() => {
    const handler: DropHandler = { purpose, words, take: (files) => latest.current(files) };
    handlers.push(handler);
    tellChanged();
    return () => {
      handlers.splice(handlers.indexOf(handler), 1);
      tellChanged();
    };
  }, [purpose, words, latest]);
}

/** For the shell: who takes a dropped file now; the latest that said so. */
export function useDropHandler(): DropHandler | undefined {
  return useSyncExternalStore(
    (listener) => {
      changed.add(listener);
      return () => changed.delete(listener);
    },
    () => handlers.at(-1),
  );
}

/** Files dropped where nobody took them, kept while the person says where they belong. */
let waiting: { purpose: FilePurpose; files: readonly DroppedFile[] } | null = null;
export function keepForPlace(purpose: FilePurpose, files: readonly DroppedFile[]): void {
  waiting = { purpose, files };
}
/** Taken once, by the place that was gone to: `const files = takeWaiting('return')`. */
export function takeWaiting(purpose: FilePurpose): readonly DroppedFile[] {
  if (waiting?.purpose !== purpose) return [];
  const { files } = waiting;
  waiting = null;
  return files;
}
