import { expect, test } from 'vitest';
import { receiveVerified } from '#core/features/publish/receive-verified.ts';
import { runCheck, runMake } from '#core/workers/run-publish.ts';
import { action, model } from '../../docx/support/model.ts';
import { REGISTER } from '../../docx/support/register.ts';
import { wordFile } from '../../docx/support/word-file.ts';

test('a publication made in the worker arrives as the bytes that were checked', async () => {
  const steps: string[] = [];
  const answer = await runMake(
    model(),
    { format: 'docx', fileName: 'actions.docx' },
    { progress: (_done, _of, step) => steps.push(step) },
  );
  if (answer.status !== 'made') throw new Error('blocked');
  expect(steps).toHaveLength(4);
  expect(receiveVerified(answer.bytes, answer.sha256).sha256).toBe(answer.checkSheet.sha256);
  expect(await runCheck(answer.bytes, 'actions.docx', REGISTER)).toEqual({ clean: true, findings: [] });
});

test('a blocked publication brings its blocks and no bytes', async () => {
  const answer = await runMake(model({ items: [action(1, { text: 'Ask Tamsin Oyelaran.' })] }), {
    format: 'docx',
    fileName: null,
  });
  expect(answer).toMatchObject({ status: 'blocked', blocked: [{ code: 'nameInText' }] });
  expect(answer).not.toHaveProperty('bytes');
});

test('a refusal, a stop and a limit come back as what they are', async () => {
  await expect(runMake({}, { format: 'docx', fileName: null })).rejects.toMatchObject({ code: 'badInput' });
  await expect(runCheck(new Uint8Array(4), 'a.docx', REGISTER)).rejects.toMatchObject({ code: 'unsupportedFile' });
  await expect(runMake(model(), { format: 'docx', fileName: null }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  const stop = new AbortController();
  const running = runCheck(wordFile(), 'a.docx', REGISTER, {}, { signal: stop.signal });
  stop.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(runCheck(wordFile(), 'a.docx', REGISTER, {}, { limits: { seconds: 0.001, heapMb: 300 } })).rejects.toMatchObject({
    code: 'fileTooSlow',
  });
});

test('bytes that are not those that were checked are not taken', () => {
  expect(() => receiveVerified(new Uint8Array([1]), '0'.repeat(64))).toThrow(
    expect.objectContaining({ code: 'deliveryMismatch' }),
  );
  expect(() => receiveVerified(new Uint8Array([1]), '')).toThrow(expect.objectContaining({ code: 'deliveryMismatch' }));
});
