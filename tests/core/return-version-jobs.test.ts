import { expect, test } from 'vitest';
import type { InputFor } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { callsOf, testWorkbench } from './harness.ts';

const csv = (...rows: string[]): Uint8Array => new TextEncoder().encode(`Date,Event\n${rows.join('\n')}\n`);
const ROWS = [
  '05/05/2024,Seen at home by the worker.',
  '06/05/2024,Rang the school about lunch.',
  '07/05/2024,Letter sent to the clinic.',
];

async function review() {
  const w = testWorkbench();
  const call = callsOf(w.workbench.connect());
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: '2024-01-01',
    scopeTo: '2024-12-31',
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
  return { w, call };
}

test('behind the window: a file is recognised, compared, applied, and refused where another version came first', async () => {
  const { w, call } = await review();
  const importing = (file: string, bytes: Uint8Array, more: Partial<InputFor<'returns.import'>> = {}) =>
    call('returns.import', { file: w.give(file, bytes), agency: null, acceptProblems: true, ...more });
  const first = await importing('contacts.csv', csv(...ROWS), { agency: 'Kelder Early Help' });
  const second = csv(ROWS[0]!, '06/05/2024,Rang the school about lunches.', '08/05/2024,Met the aunt.');

  // The file does not say whose it is: its rows suggest it, and the comparison reads it as that agency's.
  const preview = await call('returns.preview', {
    file: w.give('put right.csv', csv(ROWS[0]!, ROWS[1]!, ROWS[2]!, '09/05/2024,More.')),
    agency: null,
  });
  expect(preview.earlier).toMatchObject({ returnId: first.returnId, because: 'rows', sameRows: 3 });
  const named = await call('returns.preview', { file: w.give('CONTACTS.csv', second), agency: null });
  expect(named.earlier).toMatchObject({ returnId: first.returnId, because: 'rows' });
  const diff = await call('returns.diff', { file: w.give('put right.csv', second), replaces: first.returnId!, agency: null });
  expect(diff).toMatchObject({ agencies: ['Kelder Early Help'], counts: { added: 1, changed: 1, removed: 1, unchanged: 1 } });
  expect(diff.problems.map(({ code }) => code)).not.toContain('agencyAssumed');

  const applied = await importing('put right.csv', second, { replaces: first.returnId!, fromVersion: 1 });
  expect(applied).toMatchObject({ returnId: first.returnId, added: 1, changed: 1, removed: 1, unchanged: 1 });
  await expect(
    importing('late.csv', csv(...ROWS, '01/06/2024,Late.'), { replaces: first.returnId!, fromVersion: 1 }),
  ).rejects.toMatchObject({
    code: 'versionConflict',
  });
  const asNew = await importing('put right.csv', csv('01/02/2024,Another story.'), {
    replaces: null,
    agency: 'Kelder Early Help',
  });
  expect(asNew.returnId).not.toBe(first.returnId);
  // Each version hands over its own file.
  for (const [returnVersion, bytes] of [
    [1, csv(...ROWS)],
    [2, second],
  ] as const) {
    const { file } = await call('returns.original', { id: first.returnId!, returnVersion });
    expect(Buffer.from(w.taken.get(file)!.bytes).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(await call('returns.problems', { id: first.returnId!, returnVersion: 1 })).toEqual(first.problems);
  // The same bytes, read otherwise by a person: that is a correction too.
  const again = csv(...ROWS);
  const mapped = await importing('mapped.csv', again, {
    agency: 'Mapped',
    mapping: { Event: 'description', Date: 'date' },
    replaces: null,
  }).catch((error) => error);
  expect(mapped).toMatchObject({ code: 'secondVersion' });
  const { originals } = await call('review.export', {});
  expect(originals.map(({ name }) => name)).toEqual([
    '01 version 1 contacts.csv',
    '01 version 2 put right.csv',
    '02 put right.csv',
  ]);
  expect((await call('review.verify', {})).problems).toEqual([]);
  await call('session.setView', { view: 'anonymised' });
  await expect(
    call('returns.diff', { file: w.give('x.csv', second), replaces: first.returnId!, agency: null }),
  ).rejects.toMatchObject({
    code: 'identifiedOnly',
  });
});

test('any two kept versions are compared as their files read, whatever was done to the entries since', async () => {
  const { w, call } = await review();
  const put = (file: string, bytes: Uint8Array, replaces?: string) =>
    call('returns.import', {
      file: w.give(file, bytes),
      agency: 'Kelder Early Help',
      acceptProblems: true,
      ...(replaces === undefined ? {} : { replaces }),
    });
  const first = await put('one.csv', csv(...ROWS));
  const id = first.returnId!;
  await put('two.csv', csv(ROWS[0]!, '06/05/2024,Rang the school about lunches.', '08/05/2024,Met the aunt.'), id);
  await put('three.csv', csv('06/05/2024,Rang the school about lunches.', ROWS[2]!, '08/05/2024,Met the aunt.'), id);
  const page = (await call('chronology.page', { filter: {}, from: null, limit: 10 })).rows;
  // A correction stands over the words; the files say what they said.
  await call('chronology.correct', {
    id: newId(),
    eventId: page[0]!.id,
    eventRowVersion: page[0]!.rowVersion,
    field: 'description',
    to: 'Words of a person.',
    reason: 'misheard',
  });

  const diff = await call('returns.compareVersions', { id, from: 1, to: 3 });
  expect(diff).toMatchObject({ fromVersion: 1, toVersion: 3, same: false, file: 'three.csv', agencies: ['Kelder Early Help'] });
  expect(diff.counts).toMatchObject({ added: 1, changed: 1, removed: 1, stays: 0, unchanged: 1, asked: 0 });
  expect(diff.rows.map((row) => [row.kind, row.ref, row.before?.text ?? null, row.after?.text ?? null])).toEqual([
    ['removed', 1, 'Seen at home by the worker.', null],
    ['changed', 2, 'Rang the school about lunch.', 'Rang the school about lunches.'],
    ['added', null, null, 'Met the aunt.'],
  ]);
  // The other way about, and a version with itself.
  const back = await call('returns.compareVersions', { id, from: 3, to: 2 });
  expect(back.rows.map((row) => [row.kind, row.ref])).toEqual([
    ['added', null],
    ['removed', 3],
  ]);
  expect(await call('returns.compareVersions', { id, from: 2, to: 2 })).toMatchObject({ same: true, rows: [] });
  await expect(call('returns.compareVersions', { id, from: 1, to: 4 })).rejects.toMatchObject({ code: 'notFound' });
});

test('what looks like a later version of a return and went in as a new one is said, with what to do', async () => {
  const { w, call } = await review();
  const put = (file: string, replaces?: null) =>
    call('returns.import', {
      file: w.give(file, csv(...ROWS, `09/05/2024,${file}.`)),
      agency: 'Kelder Early Help',
      acceptProblems: true,
      ...(replaces === null ? { replaces } : {}),
    });
  const first = await put('one.csv');
  const second = await put('two.csv');
  expect(second.problems).toEqual([
    expect.objectContaining({ severity: 'warning', code: 'likelyVersion', message: expect.stringContaining(first.returnId!) }),
  ]);
  // Somebody said that it is a new one.
  expect((await put('three.csv', null)).problems).toEqual([]);
});
