import { parentPort } from 'node:worker_threads';
import { makePublication } from '#core/features/publish/pipeline.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { toAppError } from '#shared/kernel/app-error.ts';
import type { PublishJob, PublishMessage } from './messages.ts';

/** The whole way from the model to checked bytes is in this one thread: nothing half done is ever sent out of it. */
async function run(job: PublishJob, send: (message: PublishMessage, transfer?: ArrayBuffer[]) => void): Promise<void> {
  if (job.task === 'check') {
    send({ t: 'checked', answer: checkWordFile(job.bytes, job.name, job.register, job.options) });
    return;
  }
  const result = await makePublication(job.model, job.options, (done, of, step) => send({ t: 'progress', done, of, step }));
  if (result.status === 'blocked') {
    send({ t: 'made', answer: result });
    return;
  }
  // A brand does not outlive the passage between threads; the receiver counts the hash again instead.
  const { file, ...rest } = result;
  const bytes = Uint8Array.from(file.bytes);
  send({ t: 'made', answer: { ...rest, format: file.format, sha256: file.sha256, bytes } }, [bytes.buffer]);
}

const port = parentPort;
port?.once('message', (job: PublishJob) => {
  const send = (message: PublishMessage, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  run(job, send).catch((error: unknown) => send({ t: 'failed', error: toAppError(error).toWire() }));
});
