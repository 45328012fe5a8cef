import { zipSync } from 'fflate';
import { jobs, stopIfAsked } from '../../../kernel/jobs.ts';
import { paperName } from '../papers/paper-name.ts';
import { letterDocx, letterText } from './letters.ts';
import { letterFacts } from './steps.ts';

export const trackerJobs = jobs({
  'tracker.letter': async (job, { requestIds, kind, format, on, due }) => {
    const letters = await job.read(letterFacts, { requestIds, kind, on, due });
    if (format === 'text') {
      const text = letters.map(letterText).join('\n———\n\n');
      return { letters: letters.length, file: null, name: null, text };
    }
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const letter of letters) {
      job.progress('Writing the letters', files.length, letters.length);
      stopIfAsked(job.signal);
      // Letters of the agency, not names: what stands in a mailbox tells nothing.
      const name = paperName([WORDS[kind], letter.reference, letter.letters], 'docx');
      files.push({ name, bytes: await letterDocx(letter) });
    }
    const [first] = files;
    const one =
      files.length === 1 && first
        ? first
        : {
            name: paperName([`${WORDS[kind]}s`, letters[0]?.reference ?? ''], 'zip'),
            bytes: zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 }),
          };
    return { letters: letters.length, file: await job.ports.deliverFile(one), name: one.name, text: null };
  },
});

const WORDS = {
  request: 'Request',
  reminder: 'Reminder',
  receipt: 'Receipt',
  query: 'Points',
  acceptance: 'Acceptance',
  nilReturn: 'Nil return',
} as const;
