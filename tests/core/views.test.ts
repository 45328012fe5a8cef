import { describe, expect, test } from 'vitest';
import type { Layout } from '#shared/contract/views.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, openTest, PANEL, REVIEWER, type TestCore, withEntries } from './harness.ts';

const LAYOUT: Layout = {
  columns: [
    { key: 'ref', width: null },
    { key: 'date', width: 120 },
    { key: 'text', width: null },
  ],
  frozen: 2,
  group: 'agency',
  rows: 'compact',
};
const save = async (t: TestCore, name: string, filter = {}, session = PANEL) =>
  t.call('view.add', { id: newId(), name, filter, layout: LAYOUT }, session);
const names = async (t: TestCore): Promise<string[]> => (await t.call('view.list', {})).map(({ name }) => name);

describe('a saved view', () => {
  test('keeps filter, columns, grouping and row height, is updated, ordered and removed, each taken back by undo', async () => {
    const t = await openTest();
    const { agencyId } = await withEntries(t, 3);
    const filter = { where: { match: 'any' as const, of: [{ kind: 'agency' as const, ids: [agencyId], not: true }] } };
    const first = await save(t, 'Not the police', filter);
    await save(t, 'Second');
    const third = await save(t, 'Third');
    expect(await t.call('view.list', {})).toMatchObject([{ name: 'Not the police', filter, layout: LAYOUT }, {}, {}]);
    const updated = await t.call('view.update', { id: first.id, rowVersion: first.rowVersion, name: 'Others', filter: {} });
    expect(updated).toMatchObject({ name: 'Others', filter: {}, layout: LAYOUT });
    await t.call('view.move', { id: third.id, before: first.id });
    expect(await names(t)).toEqual(['Third', 'Others', 'Second']);
    await t.call('view.move', { id: third.id, before: null });
    expect(await names(t)).toEqual(['Others', 'Second', 'Third']);
    await t.call('view.remove', { id: first.id, rowVersion: updated.rowVersion });
    expect(await names(t)).toEqual(['Second', 'Third']);
    for (const wanted of [
      ['Others', 'Second', 'Third'],
      ['Third', 'Others', 'Second'],
      ['Others', 'Second', 'Third'],
      ['Not the police', 'Second', 'Third'],
    ]) {
      await t.call('history.undo', {});
      expect(await names(t)).toEqual(wanted);
    }
  });

  test('is refused under a name that is taken, over a newer version, and with a column named twice', async () => {
    const t = await openTest();
    const first = await save(t, 'Mine');
    await expect(save(t, 'mine')).rejects.toMatchObject({ code: 'alreadyExists' });
    await t.call('view.update', { id: first.id, rowVersion: first.rowVersion, name: 'Ours' });
    await expect(t.call('view.update', { id: first.id, rowVersion: first.rowVersion, name: 'Theirs' })).rejects.toMatchObject({
      code: 'versionConflict',
    });
    const twice = { ...LAYOUT, columns: [...LAYOUT.columns, LAYOUT.columns[0]!] };
    await expect(t.call('view.add', { id: newId(), name: 'X', filter: {}, layout: twice })).rejects.toMatchObject({
      code: 'badInput',
    });
  });

  test('hides a name in its words from an anonymised session, which cannot write them back', async () => {
    const t = await openTest();
    await t.call('register.import', {
      entries: [{ id: 'rp', kind: 'person', realName: 'Rowan Pryce', aliases: [], pseudonym: 'Child V' }],
    });
    const filter = {
      search: 'Rowan Pryce',
      where: { match: 'all' as const, of: [{ kind: 'words' as const, words: 'Rowan Pryce' }] },
    };
    const view = await save(t, 'About Rowan Pryce', filter);
    const seen = await t.call('view.list', {}, anonymised(REVIEWER));
    expect(JSON.stringify(seen)).not.toMatch(/Rowan|Pryce/);
    expect(seen[0]!.name).toBe('About Child V');
    await expect(
      t.call('view.update', { id: view.id, rowVersion: view.rowVersion, name: seen[0]!.name }, anonymised(REVIEWER)),
    ).rejects.toMatchObject({ code: 'identifiedOnly' });
  });
});
