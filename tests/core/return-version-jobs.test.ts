import { expect, test } from 'vitest';
import type { InputFor } from '#shared/contract/index.ts';
import { callsOf, testWorkbench } from './harness.ts';

const csv = (...rows: string[]): Uint8Array => new TextEncoder().encode(`Date,Event\n${rows.join('\n')}\n`);
const ROWS = [
  '05/05/2024,Seen at home by the worker.',
  '06/05/2024,Rang the school about lunch.',
  '07/05/2024,Letter sent to the clinic.',
];

test('behind the window: a file is recognised, compared, applied, and refused where another version came first', async () => {
  const w = testWorkbench();
  const service = w.workbench.connect();
  const call = callsOf(service);
  await call('session.create', {
    place: 'a.review',
    title: 'Child S',
    profile: 'lcspr',
    scopeFrom: '2024-01-01',
    scopeTo: '2024-12-31',
    passphrase: 'four ordinary words here',
    person: { name: 'N', post: '', role: 'reviewer' },
  });
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
