import { describe, expect, test } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, dump, openTest, PANEL, REVIEWER, withEntries } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });

async function review() {
  const t = await openTest();
  const { eventIds } = await withEntries(t, 3);
  const { id: themeId } = await t.call('theme.add', { id: newId(), parentId: null, name: 'Cold', definition: '' }, PANEL);
  const write = (more: object = {}) => {
    const input = {
      id: newId(),
      title: 'Who knew',
      body: 'The school knew first.',
      eventIds: [eventIds[2]!, eventIds[0]!],
      themeIds: [themeId],
      ...more,
    };
    return t.call('memo.add', input);
  };
  const list = async (more: object = {}, session = REVIEWER) =>
    (await t.call('memo.list', { limit: 50, ...more }, session)).memos;
  return { t, eventIds, themeId, write, list };
}

describe('a memo', () => {
  test('is about entries and themes, found by either and by its words; each step is undone', async () => {
    const { t, eventIds, themeId, write, list } = await review();
    const empty = await dump(t.path);
    const { id, rowVersion } = await write();
    t.at.now = '2026-11-17T10:00:00.000Z';
    await write({ title: null, body: 'On its own: café hours.', eventIds: [], themeIds: [] });
    expect(
      (await list()).map(({ title, entries, themes }) => [title, entries.map(({ ref }) => ref), themes.map(({ name }) => name)]),
    ).toEqual([
      [null, [], []],
      ['Who knew', [1, 3], ['Cold']],
    ]);
    expect((await list({ eventId: eventIds[0] })).map((memo) => memo.id)).toEqual([id]);
    expect((await list({ themeId })).map((memo) => memo.id)).toEqual([id]);
    expect(await list({ eventId: eventIds[1] })).toEqual([]);
    expect((await list({ search: 'CAFE own' })).map(({ title }) => title)).toEqual([null]);
    const filter = (not: boolean) => ({
      where: { match: 'all' as const, of: [{ kind: 'fact' as const, is: 'memo' as const, not }] },
    });
    const refs = async (not: boolean) =>
      (await t.call('chronology.page', { filter: filter(not), from: null, limit: 9 })).rows.map(({ ref }) => ref);
    expect([await refs(false), await refs(true)]).toEqual([[1, 3], [2]]);

    const linked = await t.call('memo.link', { id, rowVersion, eventIds: [eventIds[1]!], themeIds: [], on: true });
    expect(linked.changed).toBe(1);
    const less = await t.call('memo.link', { id, rowVersion: linked.rowVersion, eventIds, themeIds: [themeId], on: false });
    expect([less.changed, (await list({ search: 'school' }))[0]!.entries]).toEqual([4, []]);
    const changed = await t.call('memo.update', { id, rowVersion: less.rowVersion, title: null, body: 'Health knew first.' });
    expect((await list({ search: 'health' }))[0]).toMatchObject({ title: null, at: t.at.now, person: REVIEWER.name });
    await expect(t.call('memo.update', { id, rowVersion, title: null, body: 'x' })).rejects.toEqual(coded('versionConflict'));
    await t.call('memo.remove', { id, rowVersion: changed.rowVersion });
    expect(await list({ search: 'health' })).toEqual([]);
    for (let i = 0; i < 6; i++) await t.call('history.undo', {});
    expect(await dump(t.path)).toBe(empty);
  });

  test('is the reviewer’s; the same once more is a retry; a link to nothing is refused; a theme that goes leaves it', async () => {
    const { t, eventIds, themeId, write, list } = await review();
    const input = { id: newId(), title: null, body: 'Once', eventIds: [eventIds[0]!], themeIds: [themeId] };
    await expect(t.call('memo.add', input, PANEL)).rejects.toEqual(coded('notAllowed'));
    const first = await t.call('memo.add', input);
    expect(await t.call('memo.add', input)).toEqual(first);
    await expect(t.call('memo.add', { ...input, body: 'Twice' })).rejects.toEqual(coded('alreadyExists'));
    await expect(write({ eventIds: [newId()] })).rejects.toEqual(coded('notFound'));
    const theme = (await t.call('theme.list', {}))[0]!;
    expect(await t.call('theme.remove', { id: theme.id, rowVersion: theme.rowVersion })).toEqual({
      tagsRemoved: 0,
      memosUnlinked: 1,
    });
    expect((await list())[0]).toMatchObject({ body: 'Once', themes: [] });
  });

  test('shows no name in an anonymised session, nor is one found there', async () => {
    const { t, write, list } = await review();
    await t.call('register.import', {
      entries: [{ id: 'rp', kind: 'person', realName: 'Rowan Pryce', aliases: [], pseudonym: 'Child V' }],
    });
    await write({ title: 'Rowan Pryce', body: 'Nobody asked Rowan Pryce.' });
    const hidden = anonymised(REVIEWER);
    expect(await list({ search: 'pryce' })).toHaveLength(1);
    expect(await list({ search: 'pryce' }, hidden)).toEqual([]);
    expect((await list({ search: 'child v' }, hidden))[0]).toMatchObject({
      title: 'Child V',
      body: 'Nobody asked Child V.',
      person: '',
    });
    const [memo] = await list();
    const change = { id: memo!.id, rowVersion: memo!.rowVersion, title: null, body: 'x' };
    await expect(t.call('memo.update', change, hidden)).rejects.toEqual(coded('identifiedOnly'));
  });
});
