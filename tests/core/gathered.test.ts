import { expect, test } from 'vitest';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import type { CallSession } from '#core/kernel/session.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, importBytes, openTest, REVIEWER } from './harness.ts';

const FILES = [
  ['Police', '04/05/2024,Called to shouting at the flat above the bakery.\n06/05/2024,Joanna Pellow came to the desk.\n'],
  ['Social Care', '05/05/2024,Police notice: shouting at the flat of Joanna Pellow.\n20/05/2024,Supervision.\n'],
  ['Housing', '03/05/2024,A neighbour rang about shouting.\n20/05/2024,Repair.\n'],
] as const;

/** Three agencies on one night (entries 1, 3, 5 by reference), and three other entries. */
async function oneNight() {
  const t = await openTest();
  for (const [agency, rows] of FILES)
    await importBytes(t, new TextEncoder().encode(`Date,Event\n${rows}`), `${agency}.csv`, agency);
  await t.call('register.add', { id: newId(), kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B' });
  const { rows } = await t.call('chronology.page', { filter: {}, from: null, limit: 50 });
  const id = (ref: number): string => rows.find((row) => row.ref === ref)!.id;
  const night = newId();
  await t.call('accounts.makeGroups', { groups: [{ id: night, eventIds: [id(1), id(3), id(5)] }] });
  const gathered = (filter: EventFilter = {}, open: string[] = []): EventFilter => ({ ...filter, gathered: { open } });
  const list = async (filter: EventFilter, as?: CallSession): Promise<(number | string)[]> =>
    (await t.call('chronology.page', { filter, from: null, limit: 50 }, as)).rows.map(({ ref, beneath }) =>
      beneath === undefined ? ref : `${ref}+${beneath}`,
    );
  const rely = async (ref: number): Promise<void> => {
    const { rowVersion } = await t.call('accounts.group', { id: night });
    await t.call('accounts.rely', { id: night, rowVersion, eventId: id(ref), reason: 'It was there.' });
  };
  return { t, id, night, gathered, list, rely };
}

test('one row stands for an event told by several: the account relied on, else the first; opened, each has its own', async () => {
  const { t, id, night, gathered, list, rely } = await oneNight();
  expect(await list({})).toEqual([5, 1, 3, 2, 4, 6]);
  expect(await list(gathered())).toEqual(['5+2', 2, 4, 6]);
  await rely(3);
  expect(await list(gathered())).toEqual(['3+2', 2, 4, 6]);
  expect(await list(gathered({}, [night]))).toEqual([5, 1, 3, 2, 4, 6]);
  const anchors = await t.call('chronology.anchors', { filter: gathered() });
  expect(anchors).toMatchObject({ total: 4, beneath: 2, all: 6 });
  // Of an account beneath another the list says where the other stands, by number as by id.
  expect(await t.call('chronology.find', { filter: gathered(), id: id(5) })).toMatchObject({ id: id(3), index: 0 });
  expect(await t.call('chronology.find', { filter: gathered(), ref: 2 })).toMatchObject({ index: 1 });
  const byAgency = await t.call('chronology.anchors', { filter: gathered(), group: 'agency' });
  expect(byAgency.groups?.map(({ total }) => total)).toEqual([1, 2, 1]);
});

test('what does not match counts for nothing: no event is lost, by filter, by search, or where names are hidden', async () => {
  const { t, gathered, list, rely } = await oneNight();
  await rely(3);
  const [police] = await t.call('agency.list', {});
  expect(await list(gathered({ agencyIds: [police!.id] }))).toEqual([1, 2]);
  expect(await list(gathered({ search: 'neighbour' }))).toEqual([5]);
  expect(await list(gathered({ search: 'shouting' }))).toEqual(['3+2']);
  expect(await list(gathered({ where: { match: 'all', of: [{ kind: 'fact', is: 'grouped', not: true }] } }))).toEqual([2, 4, 6]);
  // The account relied on is found by a name alone: hidden, it is no hit, and the others stand.
  const hidden = anonymised(REVIEWER);
  expect(await list(gathered({ search: 'pellow' }), hidden)).toEqual([]);
  expect(await list(gathered({ search: 'shouting' }), hidden)).toEqual(['3+2']);
  expect(await t.call('chronology.anchors', { filter: gathered({ search: 'shouting' }) }, hidden)).toMatchObject({
    total: 1,
    beneath: 2,
  });
});

test('an action on all that the list shows is on its rows and on no account beneath', async () => {
  const { t, gathered, list } = await oneNight();
  const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Noise', definition: '' });
  const target = { filter: gathered(), total: 4 };
  expect(await t.call('bulk.tag', { target, themeId: theme.id, on: true })).toMatchObject({ entries: 4 });
  expect(await list({ themeIds: [theme.id] })).toEqual([5, 2, 4, 6]);
  expect(await list(gathered({ untaggedOnly: true }))).toEqual(['1+1']);
});
