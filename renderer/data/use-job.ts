import { useCallback, useRef, useState } from 'react';
import { contract, type InputFor, type JobName, type OutputOf } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import type { Progress } from '#shared/rpc/service.ts';
import { announce } from './announce.ts';
import type { Outcome } from './jobs.ts';
import { useLatest } from './use-latest.ts';
import { useWorkbench } from './workbench.tsx';

export type JobOptions<N extends JobName> = { said?: string | ((output: OutputOf<N>) => string) };
export type JobState<N extends JobName> = {
  /** Never throws. A new run stops the one before it. */
  run(input: InputFor<N>): Promise<Outcome<OutputOf<N>>>;
  stop(): void;
  pending: boolean;
  progress: Progress | null;
  error: AppError | null;
  reset(): void;
};

/** Long work: the foot of the window shows its count and *Stop* after 300 ms; nothing waits for it. */
export function useJob<N extends JobName>(name: N, options: JobOptions<N> = {}): JobState<N> {
  const { client, jobs } = useWorkbench();
  const [pending, setPending] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const control = useRef<AbortController | null>(null);
  const said = useLatest(options.said);

  const run = useCallback(
    async (input: InputFor<N>): Promise<Outcome<OutputOf<N>>> => {
      control.current?.abort();
      const mine = new AbortController();
      control.current = mine;
      const shown = jobs.start(contract[name].label, () => mine.abort());
      setPending(true);
      setProgress(null);
      setError(null);
      try {
        const output = await client.call(name, input, {
          signal: mine.signal,
          onProgress: (p) => {
            shown.progress(p);
            if (control.current === mine) setProgress(p);
          },
        });
        jobs.kept();
        const words =
          typeof said.current === 'function' ? said.current(output) : (said.current ?? `${contract[name].label}: done.`);
        if (words) announce(words);
        return { ok: true, output };
      } catch (thrown) {
        const failure = toAppError(thrown);
        if (control.current === mine) setError(failure);
        announce(failure.message, true);
        return { ok: false, error: failure };
      } finally {
        shown.end();
        if (control.current === mine) {
          control.current = null;
          setPending(false);
          setProgress(null);
        }
      }
    },
    [client, jobs, name, said],
  );
  const stop = useCallback(() => control.current?.abort(), []);
  const reset = useCallback(() => setError(null), []);
  return { run, stop, pending, progress, error, reset };
}
