import { queryFor } from './use-query.ts';
import type { Workbench } from './workbench.tsx';

/**
 * Asks anew what is open. A review that has just been opened is known to the window only after this: going to a place of
 * it before would be turned back to Start.
 */
export async function knowSession(workbench: Workbench): Promise<void> {
  await workbench.cache.fetchQuery({ ...queryFor(workbench, 'session.get', {}), staleTime: 0 });
}
