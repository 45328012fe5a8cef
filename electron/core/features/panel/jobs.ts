import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#shared/kernel/app-error.ts';
import { jobs, stopIfAsked, type JobContext } from '../../kernel/jobs.ts';
import { newCode, TEST_CODE } from '../../papers/panel-mark.ts';
import { panelPaper } from '../../papers/panel-paper.ts';
import { runReplyReader } from '../../workers/run-reader.ts';
import { runCheck } from '../../workers/run-publish.ts';
import { readRegister } from '../register/reads.ts';
import { talliesOf } from './read/read-reply.ts';
import { addReply, readCopyToMake, readReplyContext, recordPanelFile, type CopyToMake } from './steps.ts';
import { testPaper, TEST_NAME } from './test-file.ts';

const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const panelJobs = jobs({
  'panel.makeFile': async (job, input) => {
    const code = newCode(randomBytes(8));
    job.progress('Reading the chronology', 0, null);
    const made = await job.read(readCopyToMake, { copyId: input.copyId, code });
    stopIfAsked(job.signal);
    const entries = made.paper.entries.length;
    job.progress('Writing the file', 0, entries);
    const bytes = await panelPaper(made.paper);
    if (made.view === 'anonymised') await refuseNames(job, made, bytes);
    stopIfAsked(job.signal);
    const { view, asOf, undecided } = made;
    await job.write(recordPanelFile, { copyId: input.copyId, code, sha256: sha(bytes), view, entries, undecided, asOf, bytes });
    const file = await job.ports.deliverFile({ name: made.name, bytes });
    return { file, name: made.name, code, entries, undecided };
  },
  'panel.testFile': async (job) => {
    const file = await job.ports.deliverFile({ name: TEST_NAME, bytes: await panelPaper(testPaper()) });
    return { file, name: TEST_NAME };
  },
  'panel.readReply': async (job, input) => {
    const file = await job.ports.receiveFile(input.file);
    job.progress('Reading the file', 0, null);
    const codes = await runReplyReader({ step: 'codes', bytes: file.bytes, name: file.name }, job.signal);
    if (codes[0] === TEST_CODE) {
      const read = await runReplyReader(
        { step: 'read', bytes: file.bytes, name: file.name, sentBytes: await panelPaper(testPaper()), codes: [TEST_CODE] },
        job.signal,
      );
      const kept = { test: true, copyId: null, replyId: null, added: 0, known: 0, notPlaced: 0 };
      return { file: file.name, ...kept, ...talliesOf(read.drafts), notes: read.notes };
    }
    const context = await job.read(readReplyContext, { codes, copyId: input.copyId ?? null });
    const { sentBytes, copyId, fileId } = context;
    const read = await runReplyReader(
      { step: 'read', bytes: file.bytes, name: file.name, sentBytes, codes: context.codes },
      job.signal,
    );
    stopIfAsked(job.signal);
    job.progress('Setting remarks beside their entries', 0, read.drafts.length);
    const taken = await job.write(addReply, {
      copyId,
      fileId,
      name: file.name,
      sha256: sha(file.bytes),
      bytes: file.bytes,
      read,
    });
    return { file: file.name, test: false, copyId, ...talliesOf(read.drafts), ...taken, notes: read.notes };
  },
});

/** An anonymised file is opened again and searched whole by the register's matcher: with a name in it, it is not handed over. */
async function refuseNames(job: JobContext, made: CopyToMake, bytes: Uint8Array): Promise<void> {
  job.progress('Searching the file for names', 0, null);
  const register = await job.read(readRegister, {});
  const { clean, findings } = await runCheck(bytes, made.name, register, { allowed: made.kept }, { signal: job.signal });
  if (clean) return;
  const first = findings[0]?.message ?? '';
  throw new AppError(
    'verifyFailed',
    { found: findings.slice(0, 50).map(({ message }) => message) },
    `The anonymised file still holds what is on the register, so it was not handed over. ${first} Change it there, or settle it under People, then make the file again.`,
  );
}
