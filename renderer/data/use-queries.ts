import { useQueries as useTanStackQueries } from '@tanstack/react-query';
import type { InputFor, OutputOf, QueryName } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import { queryFor } from './use-query.ts';
import { useWorkbench } from './workbench.tsx';

export type QueriesState<T> = {
  /** In the order of the inputs; undefined where the answer has not come. */
  data: readonly (T | undefined)[];
  error: AppError | null;
};

/** One question with several inputs, each answer live: the pages of a long list. `keptMs`: how long after it was last shown. */
export function useQueries<N extends QueryName>(
  name: N,
  inputs: readonly InputFor<N>[],
  keptMs: number,
): QueriesState<OutputOf<N>> {
  const workbench = useWorkbench();
  const states = useTanStackQueries({
    queries: inputs.map((input) => ({ ...queryFor(workbench, name, input), gcTime: keptMs })),
  });
  const failed = states.find((state) => state.error !== null)?.error;
  return {
    // An answer that may no longer be shown goes with its error, as it does in useQuery.
    data: states.map((state) => (state.error === null ? (state.data as OutputOf<N> | undefined) : undefined)),
    error: failed ? toAppError(failed) : null,
  };
}
