import { keepPreviousData, queryOptions, useQuery as useTanStackQuery } from '@tanstack/react-query';
import type { InputFor, OutputOf, QueryName } from '#shared/contract/index.ts';
import { type AppError, toAppError } from '#shared/kernel/app-error.ts';
import { useWorkbench, type Workbench } from './workbench.tsx';

export type QueryOptions = {
  /** false: not asked yet (nothing selected, no review open). */
  enabled?: boolean;
  /** Shows the answer to the last input until the new one comes; old rows stay till then. On unless told. */
  keep?: boolean;
};
export type QueryState<T> = {
  data: T | undefined;
  error: AppError | null;
  /** Nothing to show yet. */
  loading: boolean;
  /** Being asked again; `data` may be of the input before. */
  fetching: boolean;
  /** `data` belongs to an earlier input. */
  old: boolean;
  refetch(): void;
};

const USUAL = { enabled: true, keep: true };
/** After one of these the last answer may not be shown any longer: the session has lost the right to it. */
const HIDES = new Set<string>(['identifiedOnly', 'locked', 'notOpen', 'notAllowed']);

/** The options by which a query is cached: key (name, input). Also for `cache.fetchQuery` and prefetching. */
export function queryFor<N extends QueryName>({ client }: Workbench, name: N, input: InputFor<N>) {
  return queryOptions<OutputOf<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => client.call(name, input, { signal }),
  });
}

/** A live answer of the contract: asked once, asked again when a table it reads has changed. */
export function useQuery<N extends QueryName>(name: N, input: InputFor<N>, options: QueryOptions = {}): QueryState<OutputOf<N>> {
  const workbench = useWorkbench();
  const { enabled, keep } = { ...USUAL, ...options };
  const state = useTanStackQuery({
    ...queryFor(workbench, name, input),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
  const error = state.error === null ? null : toAppError(state.error);
  return {
    data: error !== null && HIDES.has(error.code) ? undefined : (state.data as OutputOf<N> | undefined),
    error,
    loading: state.isPending && enabled,
    fetching: state.isFetching,
    old: state.isPlaceholderData,
    refetch: () => void state.refetch(),
  };
}
