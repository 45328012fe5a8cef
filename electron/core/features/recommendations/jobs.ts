import { AppError } from '#shared/kernel/app-error.ts';
import { jobs } from '../../kernel/jobs.ts';
import { runActionsReader } from '../../workers/run-reader.ts';
import { readActions } from './read-actions/read-actions.ts';

export const recommendationJobs = jobs({
  'action.read': async (job, input) => {
    const today = job.now().slice(0, 10);
    if (input.text !== undefined) return readActions({ kind: 'text', text: input.text }, { today });
    if (input.file === undefined) throw new AppError('badInput', { where: 'the actions', why: 'a file or a text is needed' });
    const file = await job.ports.receiveFile(input.file);
    return runActionsReader(file.bytes, file.name, today, job.signal);
  },
});
