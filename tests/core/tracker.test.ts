import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { testWorkbench, type TestWorkbench } from './harness.ts';

type Call = <T>(name: string, input: unknown) => Promise<T>;
type Tracked = OutputOf<'tracker.list'>;

async function review(): Promise<{ w: TestWorkbench; call: Call }> {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call: Call = <T>(name: string, input: unknown) =>
    service.call(name, input, { signal: new AbortController().signal, callId: '1', onProgress: () => {} }) as Promise<T>;
  await call('session.create', {
    place: 'a.review',
    title: 'Child V',
    reference: 'LCSPR 2026/01',
    subject: 'Child V',
    partnership: 'Ostermere Safeguarding Children Partnership',
    profile: 'lcspr',
    scopeFrom: '2024-03-01',
    scopeTo: '2025-11-09',
    passphrase: 'four ordinary words here',
    person: { name: 'Colin Trewartha', post: 'Business Manager', role: 'businessManager' },
  });
  return { w, call };
}

const PERIOD = { from: '2024-03-01', to: '2025-11-09', backgroundFrom: '2013-09-01' };
const HOUSING = 'Oster Homes';
const POLICE = 'Ostershire Constabulary';
const asking = (agency: string, contact = '') => ({ requestId: newId(), stepId: newId(), agency, contact });
const CSV = 'Date,Source,What happened\n4 March 2024,Housing file,Tenancy signed.\n31/02/2024,Housing file,Rent paid.\n';

test('asked, late, reminded, come, queried, accepted: each step is on the record and can be undone', async () => {
  const { w, call } = await review();
  const list = (today: string): Promise<Tracked> => call<Tracked>('tracker.list', { today });
  const housing = asking(HOUSING, 'Head of Tenancies');
  await call('tracker.ask', { agencies: [housing, asking(POLICE)], ...PERIOD, on: '2026-01-30', due: '2026-02-27', note: '' });
  expect((await list('2026-02-20')).map((one) => [one.standing, one.due, one.next])).toEqual([
    ['asked', '2026-02-27', null],
    ['asked', '2026-02-27', null],
  ]);
  const late = (await list('2026-03-06')).find((one) => one.contact === 'Head of Tenancies');
  expect([late?.standing, late?.daysLate, late?.next]).toEqual(['late', 7, 'reminder']);
  const remind = {
    steps: [{ id: newId(), requestId: housing.requestId }],
    kind: 'reminded',
    on: '2026-03-06',
    due: '2099-01-01',
    note: 'By telephone',
  };
  await call('tracker.step', remind);
  await expect(call('tracker.step', remind)).rejects.toMatchObject({ code: 'alreadyExists' });

  await call('returns.import', {
    file: w.give('homes.csv', new TextEncoder().encode(CSV)),
    agency: HOUSING,
    acceptProblems: true,
  });
  const one = async (): Promise<Tracked[number]> =>
    (await list('2030-01-01')).find((row) => row.requestId === housing.requestId)!;
  expect([(await one()).standing, (await one()).next, (await one()).returnIds.length]).toEqual(['received', 'query', 1]);
  expect((await one()).steps.map(({ kind, id }) => [kind, id === null])).toEqual([
    ['asked', false],
    ['reminded', false],
    ['received', true],
  ]);

  const query = (await call<OutputOf<'tracker.letter'>>('tracker.letter', {
    requestIds: [housing.requestId],
    kind: 'query',
    format: 'text',
    on: '2029-12-01',
    due: null,
  })) as { text: string };
  expect(query.text).toContain('31/02/2024');
  expect(query.text).not.toContain('Child V');
  const accepted = newId();
  await call('tracker.step', {
    steps: [{ id: accepted, requestId: housing.requestId }],
    kind: 'accepted',
    on: '2029-12-02',
    due: null,
    note: '',
  });
  expect((await one()).standing).toBe('accepted');
  await call('history.undo', {});
  expect((await one()).standing).toBe('received');
  await call('history.redo', {});
  await call('tracker.takeBack', { stepId: accepted, reason: 'Meant for the police' });
  expect([(await one()).standing, (await one()).steps.at(-1)?.takenBack]).toEqual(['received', 'Meant for the police']);
  await call('tracker.update', {
    requestId: housing.requestId,
    rowVersion: (await one()).rowVersion,
    contact: 'Tenancy lead',
    ...PERIOD,
    note: 'Late before',
  });
  expect((await one()).contact).toBe('Tenancy lead');

  await call('session.setView', { view: 'anonymised' });
  const seen = await one();
  expect(seen.steps.map((step) => step.person).filter((name) => name !== null && name !== '')).toEqual([]);
  await expect(
    call('tracker.letter', { requestIds: [housing.requestId], kind: 'receipt', format: 'text', on: '2026-03-06', due: null }),
  ).rejects.toMatchObject({ code: 'identifiedOnly' });
});

test('letters: one as Word, several in a zip, none with the name of the child', async () => {
  const { w, call } = await review();
  const agencies = [asking(HOUSING, 'Head of Tenancies'), asking(POLICE, 'Detective Inspector, Public Protection')];
  await call('tracker.ask', { agencies, ...PERIOD, on: '2026-01-30', due: '2026-02-27', note: '' });
  const letter = async (kind: string, requestIds: readonly string[]): Promise<OutputOf<'tracker.letter'>> =>
    call('tracker.letter', { requestIds, kind, format: 'docx', on: '2026-01-30', due: '2026-02-27' });
  for (const kind of ['request', 'reminder', 'receipt', 'acceptance', 'nilReturn']) {
    const made = await letter(kind, [agencies[0]!.requestId]);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(w.taken.get(made.file ?? '')!.bytes) });
    expect(value).toContain('LCSPR 2026/01');
    expect(value).toContain('Colin Trewartha');
    expect(value).not.toMatch(/Child V/);
  }
  const both = await letter(
    'request',
    agencies.map((one) => one.requestId),
  );
  expect([both.letters, both.name]).toEqual([2, 'Requests LCSPR 2026-01.zip']);
  expect(Object.keys(unzipSync(w.taken.get(both.file ?? '')!.bytes))).toEqual([
    'Request LCSPR 2026-01 HG.docx',
    'Request LCSPR 2026-01 PO.docx',
  ]);
  await expect(
    call('tracker.ask', {
      agencies: [asking('Probation')],
      from: '2025-01-01',
      to: '2024-01-01',
      backgroundFrom: null,
      on: '2026-01-30',
      due: null,
      note: '',
    }),
  ).rejects.toMatchObject({ code: 'badInput' });
});
