import { describe, expect, test } from 'vitest';
import type { DateFix } from '#shared/dates/fix-reading.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, dump, importBytes, MANAGER, openTest, PANEL, REVIEWER, type TestCore, withEntries } from './harness.ts';

const csv = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`Date,Event\n${lines.join('\n')}\n`);
const rowsOf = async (t: TestCore, filter = {}) => (await t.call('chronology.page', { filter, from: null, limit: 500 })).rows;
const preview = async (t: TestCore, fix: DateFix, ids?: string[]) => {
  const all = ids ?? (await rowsOf(t)).map(({ id }) => id);
  return t.call('bulk.datesPreview', { target: { ids: all }, fix });
};
async function take(t: TestCore, fix: DateFix, ids?: string[]) {
  const { rows } = await preview(t, fix, ids);
  const entries = rows.filter(({ after }) => after !== null).map(({ id, rowVersion }) => ({ id, rowVersion }));
  return t.call('bulk.dates', { fix, entries, reason: 'The agency says so.' }, MANAGER);
}
/** Without what counts up for good. */
const state = async (t: TestCore): Promise<string> => dump(t.path);

describe('tagging many', () => {
  test('all that match, as one change with its count, taken back by one undo', async () => {
    const t = await openTest();
    await withEntries(t, 40, (i) => (i % 2 === 0 ? `Visit ${i}` : `Call ${i}`));
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Visits', definition: '' }, PANEL);
    const first = (await rowsOf(t))[0]!;
    await t.call('tag.set', { themeId: theme.id, eventIds: [first.id], on: true }, PANEL);
    const before = await state(t);
    const filter = { where: { match: 'all' as const, of: [{ kind: 'words' as const, words: 'visit' }] } };
    const target = { filter, total: 20 };
    expect(await t.call('bulk.tag', { target, themeId: theme.id, on: true }, PANEL)).toEqual({ changed: 19, entries: 20 });
    expect(await rowsOf(t, { themeIds: [theme.id] })).toHaveLength(20);
    expect(await t.call('history.undo', {}, PANEL)).toEqual({ label: 'Tag 19 entries' });
    expect(await state(t)).toBe(before);
    const ids = (await rowsOf(t)).slice(0, 3).map(({ id }) => id);
    expect(await t.call('bulk.tag', { target: { ids }, themeId: theme.id, on: false }, PANEL)).toMatchObject({ changed: 1 });
  });

  test('a list that is no longer as long as it was seen is refused, and nothing is tagged', async () => {
    const t = await openTest();
    await withEntries(t, 5);
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Visits', definition: '' }, PANEL);
    const asked = { target: { filter: {}, total: 4 }, themeId: theme.id, on: true };
    await expect(t.call('bulk.tag', asked, PANEL)).rejects.toMatchObject({ code: 'versionConflict' });
    await expect(t.call('bulk.tag', { ...asked, target: { ids: [newId()] } }, PANEL)).rejects.toMatchObject({ code: 'notFound' });
    expect(await rowsOf(t, { themeIds: [theme.id] })).toEqual([]);
  });

  test('an anonymised session tags only what it can find', async () => {
    const t = await openTest();
    await withEntries(t, 4, (i) => (i === 0 ? 'Rowan Pryce seen' : 'Nobody seen'));
    await t.call('register.import', {
      entries: [{ id: 'rp', kind: 'person', realName: 'Rowan Pryce', aliases: [], pseudonym: 'Child V' }],
    });
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Visits', definition: '' }, PANEL);
    const target = { filter: { search: 'Pryce' }, total: 1 };
    await expect(t.call('bulk.tag', { target, themeId: theme.id, on: true }, anonymised(PANEL))).rejects.toMatchObject({
      code: 'versionConflict',
    });
  });
});

describe('dates put right together', () => {
  test('“all of these are 2010”: previewed, moved, what was written and the reason kept, one step', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(['Mon 12/10/2015,Weekday', '12 Oct,One', 'Tue 13/10,Two', '29 February 2012,Leap', '5/11/2001,Typed wrong']),
      'a.csv',
      'Police',
    );
    const before = await state(t);
    const { rows, fits } = await preview(t, { kind: 'year', year: 2010 });
    const by = new Map(rows.map((row) => [row.asWritten, row]));
    expect(by.get('12 Oct')).toMatchObject({ after: 'Tue 12 Oct 2010', problems: [] });
    // 13 October 2010 was a Wednesday: it is put there and still asks.
    expect(by.get('Tue 13/10')?.after).toContain('13 Oct 2010');
    expect(by.get('Tue 13/10')?.problems).toHaveLength(1);
    expect(by.get('Mon 12/10/2015')).toMatchObject({ problems: ['12 Oct 2010 is not the weekday that was written'] });
    expect(by.get('29 February 2012')).toMatchObject({ after: null, cannot: '2010 has no such day' });
    expect(by.get('5/11/2001')).toMatchObject({ after: 'Fri 5 Nov 2010' });
    expect(fits).toBe(4);
    expect(await take(t, { kind: 'year', year: 2010 })).toEqual({ changed: 4 });
    const after = await rowsOf(t);
    expect(after.map(({ date }) => date.earliest)).toEqual([
      '2010-10-12',
      '2010-10-12',
      '2010-10-13',
      '2010-11-05',
      '2012-02-29',
    ]);
    const detail = await t.call('chronology.get', { id: after.find(({ text }) => text === 'One')!.id });
    expect(detail).toMatchObject({
      date: { asWritten: '12 Oct' },
      corrections: [{ field: 'date', from: '12 Oct', to: 'Tue 12 Oct 2010', reason: 'The agency says so.' }],
    });
    expect(await t.core.verify()).toMatchObject({ ok: true });
    expect(await t.call('history.undo', {}, MANAGER)).toEqual({ label: 'Put 4 dates right' });
    expect(await state(t)).toBe(before);
  });

  test('day and month changed round, about, as read, and the other reading, each where it fits', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(['03/05/2024,Swap me', '14/05/2024,Not me', 'Sun 14/04/2024 21:40,Right', 'Mon 7 May 2024,Doubted']),
      'a.csv',
      'Police',
    );
    const results = async (fix: DateFix) =>
      new Map((await preview(t, fix)).rows.map((row) => [row.asWritten, row.after ?? row.cannot]));
    const swap = await results({ kind: 'swap' });
    expect(swap.get('03/05/2024')).toBe('Tue 5 Mar 2024');
    expect(swap.get('14/05/2024')).toBe('There is no month 14');
    const about = await results({ kind: 'about' });
    expect(about.get('14/05/2024')).toBe('c. 14 May 2024');
    const other = await results({ kind: 'alternative' });
    expect(other.get('03/05/2024')).toBe('There is no other reading');
    const doubted = (await rowsOf(t)).find(({ date }) => date.asWritten === 'Mon 7 May 2024')!;
    expect(doubted.date.problems.length).toBeGreaterThan(0);
    await take(t, { kind: 'asRead' }, [doubted.id]);
    expect((await rowsOf(t)).find(({ id }) => id === doubted.id)?.date).toMatchObject({
      earliest: '2024-05-07',
      certainty: 'certain',
      problems: [],
    });
    expect((await results({ kind: 'asRead' })).get('Mon 7 May 2024')).toBe('It stands so already');
    const timed = (await rowsOf(t)).find(({ date }) => date.time !== null)!;
    await take(t, { kind: 'about' }, [timed.id]);
    expect((await rowsOf(t)).find(({ id }) => id === timed.id)?.date).toMatchObject({ time: '21:40', certainty: 'approximate' });
  });

  test('the same day as the entry above goes down a column of blanks that could not be read', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(['02/05/2024,First', 'not recorded,Second', 'see log,Third', '04/05/2024,Fourth', 'n/k,Fifth']),
      'a.csv',
      'Police',
    );
    const undated = (await rowsOf(t)).filter(({ date }) => date.earliest === null);
    expect(undated).toHaveLength(3);
    const ids = undated.map(({ id }) => id);
    expect((await preview(t, { kind: 'above' }, ids)).rows.map(({ after }) => after)).toEqual([
      'Thu 2 May 2024',
      'Thu 2 May 2024',
      'Sat 4 May 2024',
    ]);
    await take(t, { kind: 'above' }, ids);
    expect((await rowsOf(t)).map(({ text, date }) => [text, date.earliest])).toEqual([
      ['First', '2024-05-02'],
      ['Second', '2024-05-02'],
      ['Third', '2024-05-02'],
      ['Fourth', '2024-05-04'],
      ['Fifth', '2024-05-04'],
    ]);
    const top = (await rowsOf(t))[0]!;
    expect((await preview(t, { kind: 'above' }, [top.id])).rows[0]).toMatchObject({ after: null });
    expect(await t.core.verify()).toMatchObject({ ok: true });
  });

  test('over a newer version, without a reason, or on an entry it does not fit, nothing is changed', async () => {
    const t = await openTest();
    await importBytes(t, csv(['03/05/2024,One', '14/05/2024,Two']), 'a.csv', 'Police');
    const [one, two] = await rowsOf(t);
    const before = await state(t);
    const asked = { fix: { kind: 'swap' as const }, entries: [{ id: one!.id, rowVersion: one!.rowVersion }], reason: 'r' };
    await expect(t.call('bulk.dates', { ...asked, reason: ' ' }, MANAGER)).rejects.toMatchObject({ code: 'badInput' });
    const stale = [{ id: one!.id, rowVersion: one!.rowVersion + 1 }];
    await expect(t.call('bulk.dates', { ...asked, entries: stale }, MANAGER)).rejects.toMatchObject({ code: 'versionConflict' });
    const both = [...asked.entries, { id: two!.id, rowVersion: two!.rowVersion }];
    await expect(t.call('bulk.dates', { ...asked, entries: both }, MANAGER)).rejects.toMatchObject({ code: 'badInput' });
    await expect(t.call('bulk.dates', asked, anonymised(REVIEWER))).rejects.toMatchObject({ code: 'identifiedOnly' });
    expect(await state(t)).toBe(before);
  });
});

describe('days since the last contact', () => {
  test('of the agency and of any, a range where a date is uncertain, past what says there was none', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(['01/05/2024,P one', '11/05/2024,P two', 'June 2024,P three', '03/07/2024,P four']),
      'p.csv',
      'Police',
    );
    await importBytes(
      t,
      csv(['05/05/2024,H one', '20/05/2024,No contact with the family', '25/05/2024,H two']),
      'h.csv',
      'Health',
    );
    const { rows } = await t.call('chronology.page', { filter: {}, from: null, limit: 50, beside: { since: true } });
    const since = Object.fromEntries(rows.map((row) => [row.text, row.since]));
    const days = (least: number, most = least) => ({ least, most });
    expect(since['P one']).toEqual({ agency: null, any: null });
    expect(since['H one']).toEqual({ agency: null, any: days(4) });
    expect(since['P two']).toEqual({ agency: days(10), any: days(6) });
    expect(since['H two']).toEqual({ agency: days(20), any: days(14) });
    expect(since['P three']).toEqual({ agency: days(21, 50), any: days(7, 36) });
    expect(since['P four']).toEqual({ agency: days(3, 32), any: days(3, 32) });
    // Whatever the list is narrowed to.
    const narrowed = await t.call('chronology.page', {
      filter: { search: 'four' },
      from: null,
      limit: 5,
      beside: { since: true, fields: ['response', 'outcome'] },
    });
    expect(narrowed.rows[0]).toMatchObject({ since: { agency: days(3, 32) }, fields: { response: null, outcome: null } });
  });
});
