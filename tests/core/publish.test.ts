import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { newId } from '#shared/kernel/ids.ts';
import { testWorkbench, type TestWorkbench } from './harness.ts';

async function blank(): Promise<{
  w: TestWorkbench;
  call: (name: string, input: unknown) => Promise<unknown>;
  approve(): Promise<unknown>;
  make(): Promise<OutputOf<'publish.make'>>;
  preview(): Promise<OutputOf<'publish.preview'>>;
}> {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call = (name: string, input: unknown): Promise<unknown> =>
    service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} });
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    partnership: 'Marlford Safeguarding Children Partnership',
    profile: 'localLearning',
    scopeFrom: null,
    scopeTo: null,
    passphrase: 'four ordinary words here',
    person: { name: 'Rhiannon Pugh', post: 'Business Manager', role: 'reviewer' },
  });
  const preview = async (): Promise<OutputOf<'publish.preview'>> =>
    (await call('publish.preview', { kind: 'actionsOnly', on: '2026-12-07' })) as OutputOf<'publish.preview'>;
  return {
    w,
    call,
    preview,
    approve: async () =>
      call('publish.approve', {
        id: newId(),
        kind: 'actionsOnly',
        on: '2026-12-07',
        contentHash: (await preview()).contentHash,
        name: 'Gareth Whitlock',
        post: 'Chair',
        asTold: true,
      }),
    make: async () =>
      (await call('publish.make', { kind: 'actionsOnly', format: 'docx', on: '2026-12-07' })) as OutputOf<'publish.make'>,
  };
}

describe('actions only, from a blank review', () => {
  test('paste, name, reason, settle what blocks, approve, publish; the same bytes again; any change voids the approval', async () => {
    const { w, call, approve, make, preview } = await blank();
    const read = (await call('action.read', {
      text: 'Action 1\nThe Director of Nursing should write to Callum Marsh by 31 March 2027.\nAction 2\nEach school records who collects a child. Owner: Head of Education',
    })) as OutputOf<'action.read'>;
    expect(read.items).toHaveLength(2);
    await call('action.import', { items: read.items });
    const child = newId();
    await call('register.add', { id: child, kind: 'person', realName: 'Callum Marsh', aliases: [], pseudonym: 'Child S' });
    expect((await preview()).blocked.map((issue) => issue.code).sort()).toEqual(['nameInText', 'reasonMissing']);
    await expect(approve()).rejects.toMatchObject({ code: 'publishBlocked' });
    await expect(make()).rejects.toMatchObject({
      code: 'publishBlocked',
      details: { blocked: expect.arrayContaining([expect.objectContaining({ code: 'nameInText' })]) },
    });
    await call('publish.setSettings', { kind: 'actionsOnly', reason: 'Criminal proceedings have not ended.' });
    const issue = (await preview()).blocked[0]!;
    expect(issue).toMatchObject({ words: 'Callum Marsh', candidates: [child], replacement: 'Child S' });
    await call('publish.remedy', {
      id: newId(),
      place: issue.where.place!,
      textHash: issue.textHash!,
      start: issue.where.start!,
      end: issue.where.end!,
      entryId: child,
      action: 'pseudonym',
      reason: 'Identifies the child',
    });
    expect((await preview()).blocked).toEqual([]);
    await expect(make()).rejects.toMatchObject({ code: 'notApproved' });
    await approve();
    const made = await make();
    const bytes = w.taken.get(made.file)!.bytes;
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
    const document = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']!);
    expect(document).toContain('Child S');
    expect(document).not.toContain('Callum');
    expect(made.checkSheet).toMatchObject({
      approvals: [{ name: 'Gareth Whitlock', post: 'Chair', asTold: true }],
      authorIsBusinessManager: true,
      removed: [expect.objectContaining({ action: 'pseudonym', person: 'Rhiannon Pugh' })],
    });
    expect((await make()).sha256).toBe(made.sha256);
    const row = ((await call('action.rows', {})) as OutputOf<'action.rows'>)[1]!;
    await call('action.update', {
      id: row.id,
      rowVersion: row.rowVersion,
      text: 'Each school records who collects a child, and asks.',
    });
    await expect(make()).rejects.toMatchObject({ code: 'notApproved' });
    await call('history.undo', {});
    expect((await make()).sha256).toBe(made.sha256);
    expect(await call('publish.list', {})).toHaveLength(3);
  });

  test('the author cannot approve, however the name is written; an approval of older content is refused', async () => {
    const { call, preview } = await blank();
    await call('action.add', { id: newId(), recommendationId: null, text: 'Each school records who collects a child.' });
    await call('publish.setSettings', { kind: 'actionsOnly', reason: 'Criminal proceedings have not ended.' });
    const { contentHash } = await preview();
    const approval = { kind: 'actionsOnly', on: '2026-12-07', contentHash, post: 'Chair', asTold: false };
    await expect(call('publish.approve', { id: newId(), ...approval, name: 'RHIANNON  PUGH' })).rejects.toMatchObject({
      code: 'approverIsAuthor',
    });
    await call('publish.setSettings', { kind: 'actionsOnly', reason: 'A trial is pending.' });
    await expect(call('publish.approve', { id: newId(), ...approval, name: 'Gareth Whitlock' })).rejects.toMatchObject({
      code: 'versionConflict',
    });
  });

  test('a doubtful name in a list of owners or in the reason is settled where it stands', async () => {
    const { call, preview } = await blank();
    await call('register.add', { id: newId(), kind: 'person', realName: 'May Pryce', aliases: [], pseudonym: 'Adult J' });
    await call('register.add', { id: newId(), kind: 'person', realName: 'Bethan Pryce', aliases: [], pseudonym: 'Adult F' });
    await call('action.add', {
      id: newId(),
      recommendationId: null,
      text: 'Each school records who collects a child.',
      owners: ['Mrs Pryce'],
      timescale: { asWritten: 'when Ms Pryce returns', due: null },
    });
    await call('publish.setSettings', { kind: 'actionsOnly', reason: 'The trial of Mrs Pryce is pending.' });
    const issues = (await preview()).blocked;
    expect(issues.map((issue) => issue.code)).toEqual(Array.from({ length: issues.length }, () => 'undecidedMention'));
    expect(issues.length).toBe(3);
    for (const issue of issues) {
      await call('register.decide', {
        place: issue.where.place!,
        textHash: issue.textHash!,
        start: issue.where.start!,
        end: issue.where.end!,
        entryId: null,
        everywhere: false,
      });
    }
    expect((await preview()).blocked).toEqual([]);
  });

  test('nothing to publish, no title and an unknown place each close it', async () => {
    const { call, preview, make } = await blank();
    expect((await preview()).blocked.map((issue) => issue.code)).toEqual(
      expect.arrayContaining(['nothingToPublish', 'reasonMissing']),
    );
    await expect(make()).rejects.toBeInstanceOf(AppError);
    await expect(
      call('publish.remedy', {
        id: newId(),
        place: { table: 'event', id: newId(), field: 'description' },
        textHash: 'x',
        start: 0,
        end: 1,
        entryId: null,
        action: 'leaveOut',
        reason: '',
      }),
    ).rejects.toMatchObject({ code: 'notFound' });
  });
});
