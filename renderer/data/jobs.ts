import type { AppError } from '#shared/kernel/app-error.ts';
import type { Progress } from '#shared/rpc/service.ts';

export type RunningJob = { id: number; label: string; progress: Progress | null; stop(): void; startedAt: number };

/** What is running now, for the foot of the window; and when a change was last kept. */
export type Jobs = {
  start(label: string, stop: () => void): { progress(p: Progress): void; end(): void };
  /** A command was answered: everything it changed is on disk. */
  kept(): void;
  running(): readonly RunningJob[];
  keptAt(): number | null;
  subscribe(listener: () => void): () => void;
};

export function createJobs(now: () => number = Date.now): Jobs {
  const listeners = new Set<() => void>();
  let list: readonly RunningJob[] = [];
  let last: number | null = null;
  let next = 1;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const set = (jobs: readonly RunningJob[]): void => {
    list = jobs;
    tell();
  };
  return {
    start(label, stop) {
      const id = next++;
      set([...list, { id, label, progress: null, stop, startedAt: now() }]);
      return {
        progress: (p) => set(list.map((job) => (job.id === id ? { ...job, progress: p } : job))),
        end: () => set(list.filter((job) => job.id !== id)),
      };
    },
    kept() {
      last = now();
      tell();
    },
    running: () => list,
    keptAt: () => last,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A call's end: never thrown, so that a handler cannot forget the failure. */
export type Outcome<T> = { ok: true; output: T } | { ok: false; error: AppError };
