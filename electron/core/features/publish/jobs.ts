import type { CheckSheet } from '#shared/contract/publish.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { jobs, type JobContext } from '../../kernel/jobs.ts';
import { runCheck, runMake } from '../../workers/run-publish.ts';
import { publicBlock, refuseAuthor } from './handlers.ts';
import type { PublicationModel } from './model.ts';
import { readRegister } from '../register/reads.ts';
import { activityHead, allowedWords, approvalsFor, collect, recordPublication } from './steps.ts';
import { receiveVerified } from './receive-verified.ts';

export const publishJobs = jobs({
  'publish.make': async (job, input) => {
    const model = await job.read(collect, { kind: input.kind, on: input.on });
    const name = fileNameOf(model, input.format);
    const made = await runMake(
      model,
      { format: input.format, fileName: input.fileName === undefined ? name : `${name}\n${input.fileName}` },
      {
        signal: job.signal,
        progress: (done, of, step) => job.progress(step, done, of),
      },
    );
    if (made.status === 'blocked')
      throw new AppError('publishBlocked', { count: made.blocked.length, blocked: made.blocked.map(publicBlock) });
    const approvals = await job.read(approvalsFor, { kind: input.kind, contentHash: made.modelHash });
    if (approvals.length === 0) throw new AppError('notApproved', { contentHash: made.modelHash });
    const approver = approvals.at(-1)!;
    refuseAuthor(model.author?.name.text ?? '', approver.name);
    const publicationId = newId();
    const checkSheet: CheckSheet = {
      ...made.checkSheet,
      madeAt: job.now(),
      approvals: approvals.map(({ name: by, post, at, asTold }) => ({ name: by, post, at, asTold })),
      authorIsBusinessManager: /business manager/i.test(model.author?.post.text ?? ''),
      chainHead: await job.read(activityHead, {}),
    };
    const stored = await job.write(recordPublication, {
      id: publicationId,
      kind: input.kind,
      format: input.format,
      sha256: made.sha256,
      contentHash: made.modelHash,
      name,
      audience: model.audience?.text ?? '',
      publishedOn: model.publishedOn,
      approvedBy: `${approver.name}, ${approver.post}`,
      checkSheet: { sheet: checkSheet, allowed: made.allowed },
    });
    // The one gate to a host: what is handed over is what was checked and written down, counted again here.
    const received = receiveVerified(made.bytes, stored);
    const file = await job.ports.deliverFile({ name, bytes: received.bytes });
    const sheet = new TextEncoder().encode(`${JSON.stringify(checkSheet, null, 2)}\n`);
    const checkSheetFile = await job.ports.deliverFile({ name: `${name}.check.json`, bytes: sheet });
    return { publicationId, sha256: received.sha256, file, name, checkSheet, checkSheetFile };
  },
  'publish.check': async (job, input) => {
    const file = await job.ports.receiveFile(input.file);
    return { file: file.name, ...(await checkFile(job, file.name, file.bytes)) };
  },
});

async function checkFile(
  job: JobContext,
  name: string,
  bytes: Uint8Array,
): Promise<{ clean: boolean; findings: { part: string; kind: string; entryId?: string; message: string }[] }> {
  job.progress('Checking the file', 0, null);
  const register = await job.read(readRegister, {});
  const result = await runCheck(bytes, name, register, { allowed: await job.read(allowedWords, {}) }, { signal: job.signal });
  return {
    clean: result.clean,
    findings: result.findings.map(({ part, kind, entryId, message }) => ({
      part,
      kind,
      message,
      ...(entryId === undefined ? {} : { entryId }),
    })),
  };
}

/** "2026-11-18 Child V actions only.docx": date, pseudonym and kind, nothing else. */
function fileNameOf(model: PublicationModel, format: 'docx' | 'html'): string {
  const what = `${model.title.text} ${model.kindLabel.toLowerCase()}`;
  const who = (model.audience ? `${what}, ${model.audience.text}` : what).trim();
  const plain = who
    .replace(/[^\p{L}\p{N} ,()-]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return `${model.publishedOn} ${plain}.${format}`;
}
