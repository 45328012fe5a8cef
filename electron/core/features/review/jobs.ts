import { noteActivity } from '../../kernel/steps.ts';
import { jobs } from '../../kernel/jobs.ts';

import { readForExport } from './steps.ts';

export const reviewJobs = jobs({
  'review.verify': async (job) => {
    job.progress('Checking the review file', 0, null);
    return job.verify();
  },
  'review.export': async (job) => {
    const exported = await job.read(readForExport, {});
    await job.write(noteActivity, { command: 'review.export' });
    return exported;
  },
});
