import { useCallback, useState } from 'react';
import { type CommandName, contract, type InputFor, type OutputOf } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import { announce } from './announce.ts';
import type { Outcome } from './jobs.ts';
import { useLatest } from './use-latest.ts';
import { useWorkbench } from './workbench.tsx';

export type CommandOptions<N extends CommandName> = {
  /** What is said when it is done; by default the contract's label. '' says nothing. */
  said?: string | ((output: OutputOf<N>) => string);
};
export type CommandState<N extends CommandName> = {
  /** Never throws: the outcome says how it ended. */
  run(input: InputFor<N>): Promise<Outcome<OutputOf<N>>>;
  pending: boolean;
  /** Of the last run; shown beside its cause with `ErrorNote`. */
  error: AppError | null;
  reset(): void;
};

/** A change through the contract: pending while it runs, its error kept, its end said. */
export function useCommand<N extends CommandName>(name: N, options: CommandOptions<N> = {}): CommandState<N> {
  const { client, jobs } = useWorkbench();
  const [pending, setPending] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const said = useLatest(options.said);

  const run = useCallback(
    async (input: InputFor<N>): Promise<Outcome<OutputOf<N>>> => {
      setPending((n) => n + 1);
      setError(null);
      try {
        const output = await client.call(name, input);
        jobs.kept();
        const words = typeof said.current === 'function' ? said.current(output) : (said.current ?? `${labelOf(name)}: kept.`);
        if (words) announce(words);
        return { ok: true, output };
      } catch (thrown) {
        const failure = toAppError(thrown);
        setError(failure);
        announce(failure.message, true);
        return { ok: false, error: failure };
      } finally {
        setPending((n) => n - 1);
      }
    },
    [client, jobs, name, said],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, pending: pending > 0, error, reset };
}

function labelOf(name: CommandName): string {
  return contract[name].label;
}
