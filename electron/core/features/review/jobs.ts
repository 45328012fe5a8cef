import { jobs } from '../../kernel/jobs.ts';

export const reviewJobs = jobs({
  'review.verify': async (job) => {
    job.progress('Checking the review file', 0, null);
    return job.read('verify', {});
  },
  'review.export': async (job) => {
    const exported = await job.read('exportParts', {});
    await job.write('noteActivity', { command: 'review.export' });
    return exported;
  },
});
