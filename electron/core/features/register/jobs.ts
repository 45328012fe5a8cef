import { jobs, stopIfAsked, type JobContext } from '../../kernel/jobs.ts';

import { countPage, keepCounts } from './steps.ts';

const PAGE = 1000;

/** Counts every mention afresh, page by page, so that queries in between do not wait. */
export async function recount(job: JobContext): Promise<{ mentions: number; ask: number }> {
  let mentions = 0;
  let ask = 0;
  let entries = 0;
  let first = true;
  for (let from: number | null = null, done = false; !done; ) {
    stopIfAsked(job.signal);
    const page: ReturnType<typeof countPage.run> = await job.read(countPage, { from, limit: PAGE });
    await job.write(keepCounts, { ...page.counts, first, last: page.next === null });
    for (const row of page.counts.perEvent) {
      mentions += row.mentions;
      ask += row.ask;
    }
    entries += page.entries;
    job.progress('Counting mentions', entries, null);
    first = false;
    from = page.next;
    done = from === null;
  }
  return { mentions, ask };
}

export const registerJobs = jobs({ 'register.recount': (job) => recount(job) });
