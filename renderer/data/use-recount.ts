import { useCallback } from 'react';
import { isStale } from './invalidation.ts';
import { type JobState, useJob } from './use-job.ts';
import { useWorkbench } from './workbench.tsx';

/** Figures of mentions stand outside history, so no change is told of them: what leans on them is asked again here. */
const LEANS_ON = new Set(['mentionDecision']);

/** Counts every mention afresh; the register, the rail and the filters by person show the new figures. */
export function useRecount(): JobState<'register.recount'> {
  const { cache } = useWorkbench();
  const job = useJob('register.recount', {
    said: ({ mentions, ask }) =>
      `Mentions: ${mentions.toLocaleString('en-GB')} counted, ${ask.toLocaleString('en-GB')} to settle.`,
  });
  const { run: count } = job;
  const run = useCallback<typeof count>(
    async (input) => {
      const outcome = await count(input);
      if (outcome.ok) {
        await cache.invalidateQueries({
          predicate: ({ queryKey: [name] }) =>
            typeof name === 'string' && !name.startsWith('history.') && isStale(name, LEANS_ON),
        });
      }
      return outcome;
    },
    [count, cache],
  );
  return { ...job, run };
}
