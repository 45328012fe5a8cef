import { accountJobs } from '../features/accounts/jobs.ts';
import { chronologyJobs } from '../features/chronology/paper/jobs.ts';
import { panelJobs } from '../features/panel/jobs.ts';
import { publishJobs } from '../features/publish/jobs.ts';
import { recommendationJobs } from '../features/recommendations/jobs.ts';
import { registerJobs } from '../features/register/jobs.ts';
import { returnsJobs } from '../features/returns/jobs.ts';
import { returnVersionJobs } from '../features/returns/versions/jobs.ts';
import { returnOriginalJobs } from '../features/returns/original/jobs.ts';
import { returnPaperJobs } from '../features/returns/papers/jobs.ts';
import { trackerJobs } from '../features/returns/tracker/jobs.ts';
import { reviewJobs } from '../features/review/jobs.ts';
import type { JobMap } from '../kernel/jobs.ts';

/** Every job of an open review. */
export const jobHandlers = {
  ...chronologyJobs,
  ...returnsJobs,
  ...returnOriginalJobs,
  ...returnVersionJobs,
  ...returnPaperJobs,
  ...trackerJobs,
  ...registerJobs,
  ...recommendationJobs,
  ...publishJobs,
  ...panelJobs,
  ...reviewJobs,
  ...accountJobs,
} satisfies JobMap;
