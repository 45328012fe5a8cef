import { useCallback, useEffect } from 'react';
import { isStale } from '#renderer/data/invalidation.ts';
import { type JobState, useJob } from '#renderer/data/use-job.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { useWorkbench } from '#renderer/data/workbench.tsx';

/** Proposals stand outside history, so no change is told of them: what leans on them is asked again here. */
const LEANS_ON = new Set(['separateEvents']);
/** Above this many entries a search takes a while and is left to be asked for. */
const BY_ITSELF = 5000;
const PAUSE_MS = 800;

/** Looks for the same event when asked, and by itself a moment after the entries have changed, where they are few. */
export function useProposing(stale: boolean): JobState<'accounts.propose'> {
  const { cache } = useWorkbench();
  const session = useSession();
  const { data } = useQuery('review.overview', {});
  const job = useJob('accounts.propose', {
    said: ({ shown }) => (shown === 1 ? '1 pair may tell of one event.' : `${shown} pairs may tell of one event.`),
  });
  const { run: propose, pending } = job;
  const run = useCallback<typeof propose>(
    async (input) => {
      const outcome = await propose(input);
      if (outcome.ok) {
        await cache.invalidateQueries({
          predicate: ({ queryKey: [name] }) =>
            typeof name === 'string' && !name.startsWith('history.') && isStale(name, LEANS_ON),
        });
      }
      return outcome;
    },
    [propose, cache],
  );
  const entries = data?.entries ?? 0;
  const byItself = stale && session?.readOnly === false && entries > 0 && entries <= BY_ITSELF;
  useEffect(() => {
    if (!byItself || pending) return undefined;
    const timer = setTimeout(() => void run({}), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [byItself, pending, run]);
  return { ...job, run };
}
