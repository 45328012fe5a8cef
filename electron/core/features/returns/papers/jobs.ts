import { jobs, stopIfAsked } from '../../../kernel/jobs.ts';
import { paperName } from './paper-name.ts';
import { problemDocx, problemText, problemXlsx } from './problem-paper.ts';
import { problemPoints, templateFacts } from './steps.ts';
import { templateDocx, templateXlsx } from './template.ts';

export const returnPaperJobs = jobs({
  'returns.template': async (job, { format, agency, backgroundFrom = null, returnBy = null }) => {
    const facts = await job.read(templateFacts, { agency, backgroundFrom, returnBy });
    const bytes = await (format === 'docx' ? templateDocx(facts) : templateXlsx(facts));
    const name = paperName(['Chronology form', facts.reference, agency ?? ''], format);
    return { file: await job.ports.deliverFile({ name, bytes }), name };
  },
  'returns.problemPaper': async (job, { id, format, severities }) => {
    job.progress('Gathering the points', 0, null);
    const { letters, ...paper } = await job.read(problemPoints, { id, severities });
    const points = paper.points.length;
    stopIfAsked(job.signal);
    if (format === 'text') return { points, file: null, name: null, text: problemText(paper) };
    job.progress('Writing the list', 0, points);
    const bytes = await (format === 'docx' ? problemDocx(paper) : problemXlsx(paper));
    stopIfAsked(job.signal);
    // Letters, not names: what stands in a mailbox or a folder tells nothing.
    const name = paperName(['Points', paper.reference, letters], format);
    return { points, file: await job.ports.deliverFile({ name, bytes }), name, text: null };
  },
});
