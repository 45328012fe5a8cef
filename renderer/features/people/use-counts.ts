import { useEffect } from 'react';
import { useQuery } from '#renderer/data/use-query.ts';
import { useRecount } from '#renderer/data/use-recount.ts';
import { useSession } from '#renderer/data/use-session.ts';

/** Above this, counting takes a while and is left to be asked for. */
const BY_ITSELF = 5000;
const PAUSE_MS = 1200;

/** Counts mentions when asked, and by itself a moment after the register, a decision or a text has changed. */
export function useCounts(behind: boolean): ReturnType<typeof useRecount> {
  const session = useSession();
  const { data } = useQuery('review.overview', {});
  const job = useRecount();
  const { run, pending } = job;
  const byItself = behind && session?.readOnly === false && (data?.entries ?? Number.POSITIVE_INFINITY) <= BY_ITSELF;
  useEffect(() => {
    if (!byItself || pending) return undefined;
    const timer = setTimeout(() => void run({}), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [byItself, pending, run]);
  return job;
}
