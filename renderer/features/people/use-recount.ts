import { useEffect } from 'react';
import { useJob } from '#renderer/data/use-job.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSession } from '#renderer/data/use-session.ts';
import { counted } from '#renderer/ui/date-text.tsx';

/** Above this, counting takes a while and is left to be asked for. */
const BY_ITSELF = 5000;
const PAUSE_MS = 1200;

/** Counts mentions afresh when asked, and by itself a moment after the register or a decision has changed. */
export function useRecount(stale: boolean, wasCounted: boolean) {
  const session = useSession();
  const { data } = useQuery('review.overview', {});
  const job = useJob('register.recount', {
    said: ({ mentions, ask }) => `${counted(mentions, 'mention')} counted, ${ask} to settle.`,
  });
  const { run, pending } = job;
  const byItself = (stale || !wasCounted) && !session?.readOnly && (data?.entries ?? Number.POSITIVE_INFINITY) <= BY_ITSELF;
  useEffect(() => {
    if (!byItself || pending) return undefined;
    const timer = setTimeout(() => void run({}), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [byItself, pending, run]);
  return job;
}
