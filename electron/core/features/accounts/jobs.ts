import { setImmediate } from 'node:timers/promises';
import type { Account } from '#shared/accounts/account.ts';
import { proposePairs } from '#shared/accounts/propose-pairs.ts';
import { SHOWN } from '#shared/accounts/score-pair.ts';
import { jobs, stopIfAsked, type JobContext } from '../../kernel/jobs.ts';
import { keepPairs, readAccounts } from './steps.ts';

const PAGE = 250;
const SLICE = 250;
const PAIRS_AT_ONCE = 1500;

/** Reads all entries page by page, compares them in slices and keeps what is found; nothing in between waits long. */
async function propose(job: JobContext): Promise<{ entries: number; shown: number; weaker: number }> {
  const accounts: Account[] = [];
  for (let from: number | null = null, done = false; !done; ) {
    stopIfAsked(job.signal);
    const page: ReturnType<typeof readAccounts.run> = await job.read(readAccounts, { from, limit: PAGE });
    accounts.push(...page.accounts);
    job.progress('Reading entries', accounts.length, null);
    from = page.next;
    done = from === null;
  }
  let [shown, weaker, first] = [0, 0, true];
  let waiting: Parameters<typeof keepPairs.run>[1]['pairs'][number][] = [];
  const keep = async (last: boolean): Promise<void> => {
    await job.write(keepPairs, { pairs: waiting, first, last });
    waiting = [];
    first = false;
  };
  for (const slice of proposePairs(accounts, SLICE)) {
    stopIfAsked(job.signal);
    for (const pair of slice.pairs) {
      if (pair.score >= SHOWN) shown += 1;
      else weaker += 1;
    }
    waiting.push(...slice.pairs);
    if (waiting.length >= PAIRS_AT_ONCE) await keep(false);
    job.progress('Comparing entries', slice.done, accounts.length);
    await setImmediate();
  }
  await keep(true);
  return { entries: accounts.length, shown, weaker };
}

export const accountJobs = jobs({ 'accounts.propose': (job) => propose(job) });
