import { AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { ImportResult, ReturnField, TableRef } from '#shared/model/agency-return.ts';
import { ownColumn } from '#shared/model/column-place.ts';
import type { Progress } from '#shared/rpc/service.ts';
import type { PickedFile } from '#shared/rpc/host-bridge.ts';
import type { Workbench } from '#renderer/data/workbench.tsx';
import { targetOf } from './target.ts';
import type { PendingReturn } from './pending-return.ts';

export type Added = ImportResult & { returnId: string };
export type ReturnQueue = {
  list(): readonly PendingReturn[];
  subscribe(listener: () => void): () => void;
  /** The first of them; the rest follow one after the other. */
  add(files: readonly PickedFile[]): string | null;
  refused(name: string, error: AppError): void;
  change(key: string, change: Partial<Pick<PendingReturn, 'agency' | 'placed' | 'accepted' | 'replaces'>>): void;
  /** In one table alone, or, with null, in every table that has such a column. */
  place(key: string, column: string, field: ReturnField, table: TableRef | null): void;
  readAgain(key: string): void;
  stop(key: string): void;
  leave(key: string): void;
  addToReview(key: string): Promise<Added | null>;
  /** Rows are read only while real names may be shown: what is read shows them. */
  mayRead(may: boolean): void;
  /** Files belong to the review in which they were chosen; in another one there are none. */
  inReview(id: string): void;
};

const blank = {
  agency: null,
  placed: {},
  progress: null,
  preview: null,
  replaces: undefined,
  diff: null,
  error: null,
  accepted: false,
} as const;

export function createReturnQueue({ client, jobs }: Workbench): ReturnQueue {
  const listeners = new Set<() => void>();
  const running = new Map<string, AbortController>();
  let list: readonly PendingReturn[] = [];
  let allowed = false;
  let last = 0;
  let review: string | null = null;

  const set = (next: readonly PendingReturn[]): void => {
    list = next;
    for (const listener of listeners) listener();
  };
  const of = (key: string): PendingReturn | undefined => list.find((one) => one.key === key);
  const patch = (key: string, change: Partial<PendingReturn>): void =>
    set(list.map((one) => (one.key === key ? { ...one, ...change } : one)));

  async function work<T>(
    key: string,
    label: string,
    call: (control: AbortController, shown: ReturnType<typeof jobs.start>) => Promise<T>,
  ) {
    const control = new AbortController();
    running.get(key)?.abort();
    running.set(key, control);
    const shown = jobs.start(label, () => control.abort());
    try {
      return await call(control, shown);
    } finally {
      shown.end();
      if (running.get(key) === control) running.delete(key);
    }
  }

  /** One file at a time: two readers at once would only take turns at the same core. */
  function readNext(): void {
    if (!allowed || list.some((one) => one.state === 'reading' || one.state === 'adding')) return;
    const next = list.find((one) => one.state === 'waiting');
    if (next) void read(next.key);
  }

  async function read(key: string): Promise<void> {
    const one = of(key);
    if (!one?.file) return;
    const { ref } = one.file;
    patch(key, { state: 'reading', progress: null, error: null });
    let mine: AbortController | null = null;
    try {
      const { made: preview, diff } = await work(key, 'Read a return', async (control, shown) => {
        mine = control;
        const mapping = Object.keys(one.placed).length > 0 ? { mapping: one.placed } : {};
        const watch = {
          signal: control.signal,
          onProgress: (progress: Progress) => {
            shown.progress(progress);
            patch(key, { progress });
          },
        };
        const input = { file: ref, agency: one.agency, ...mapping };
        const made = await client.call('returns.preview', input, watch);
        const target = targetOf({ replaces: one.replaces, preview: made });
        return { made, diff: target === null ? null : await client.call('returns.diff', { ...input, replaces: target }, watch) };
      });
      // Something was changed meanwhile: that reading is under way, or waits.
      if (of(key)?.state === 'reading' && !running.has(key))
        patch(key, { state: 'ready', preview, diff, progress: null, accepted: false });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (running.has(key) || of(key)?.state !== 'reading') return;
      const stopped = error.code === 'cancelled' && (mine as AbortController | null)?.signal.aborted;
      if (stopped && of(key)?.preview) patch(key, { state: 'ready', progress: null });
      else patch(key, { state: of(key)?.preview ? 'ready' : 'refused', error, progress: null });
    } finally {
      readNext();
    }
  }

  function again(key: string): void {
    running.get(key)?.abort();
    running.delete(key);
    patch(key, { state: 'waiting' });
    readNext();
  }

  client.onEvent((event) => {
    if (event.name !== 'session.changed') return;
    const { state } = event.data as { state: 'none' | 'open' | 'locked' };
    if (state === 'open') return;
    for (const control of running.values()) control.abort();
    running.clear();
    allowed = false;
    // Locked: what was read leaves memory, the files are asked for again. Closed: they belonged to that review.
    const kept = state === 'locked' ? list.filter((one) => one.file !== null) : [];
    set(kept.map((one) => ({ ...one, state: 'waiting', preview: null, diff: null, error: null, progress: null })));
  });

  return {
    list: () => list,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(files) {
      const made = files.map((file): PendingReturn => ({ ...blank, key: `r${++last}`, file, name: file.name, state: 'waiting' }));
      set([...list, ...made]);
      readNext();
      return made[0]?.key ?? null;
    },
    refused: (name, error) => set([...list, { ...blank, key: `r${++last}`, file: null, name, state: 'refused', error }]),
    change(key, change) {
      patch(key, change);
      if ('agency' in change || 'placed' in change || 'replaces' in change) again(key);
    },
    place(key, column, field, table) {
      const one = of(key);
      if (!one) return;
      const ofOne = new Set(table === null ? one.preview?.columns.map((known) => ownColumn(known.table, column)) : []);
      const kept = Object.entries(one.placed).filter(([name]) => !ofOne.has(name));
      const name = table === null ? column : ownColumn(table, column);
      patch(key, { placed: { ...Object.fromEntries(kept), [name]: field } });
      again(key);
    },
    readAgain: again,
    stop: (key) => running.get(key)?.abort(),
    leave(key) {
      running.get(key)?.abort();
      running.delete(key);
      set(list.filter((one) => one.key !== key));
      readNext();
    },
    async addToReview(key) {
      const one = of(key);
      if (!one?.file || one.state !== 'ready' || !one.preview) return null;
      const { ref } = one.file;
      patch(key, { state: 'adding', error: null, progress: null });
      try {
        const result = await work(key, 'Add a return', async (control, shown) => {
          const mapping = Object.keys(one.placed).length > 0 ? { mapping: one.placed } : {};
          return client.call(
            'returns.import',
            {
              file: ref,
              agency: one.agency,
              ...mapping,
              acceptProblems: one.accepted,
              replaces: targetOf(one),
              ...(one.diff ? { fromVersion: one.diff.fromVersion } : {}),
            },
            {
              signal: control.signal,
              onProgress: (progress) => {
                shown.progress(progress);
                patch(key, { progress });
              },
            },
          );
        });
        if (result.returnId === null) throw new AppError('rowsNotTaken', { file: 'this return' });
        jobs.kept();
        set(list.filter((other) => other.key !== key));
        return { ...result, returnId: result.returnId };
      } catch (thrown) {
        const error = toAppError(thrown);
        if (of(key)) patch(key, { state: 'ready', progress: null, error: error.code === 'cancelled' ? null : error });
        return null;
      } finally {
        readNext();
      }
    },
    inReview(id) {
      const other = review !== null && review !== id;
      review = id;
      if (!other) return;
      for (const control of running.values()) control.abort();
      running.clear();
      set([]);
    },
    mayRead(may) {
      allowed = may;
      readNext();
    },
  };
}
