import { assert, asyncProperty, constantFrom, integer, tuple, array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openConnection } from '#core/db/connection.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, importBytes, MANAGER, openTest, PANEL, TEST_KEY, type TestCore, withEntries } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
const csv = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`Date,Event\n${rows.join('\n')}\n`);
const put = (t: TestCore, agency: string, rows: readonly string[]) => importBytes(t, csv(rows), `${agency}.csv`, agency);

/** Social care with a silence from 12 April to 1 June 2025, police twice, a school over a summer. */
async function reviewWithGaps(): Promise<TestCore> {
  const t = await openTest();
  const weekly = (from: number, n: number, month: string): string[] =>
    Array.from({ length: n }, (_, i) => `${String(from + i * 7).padStart(2, '0')}/${month},Visit at home; the child was seen.`);
  await put(t, 'Ostermere Children’s Social Care', [
    ...weekly(3, 4, '03/2025'),
    '11/04/2025,Handover in three lines.',
    '02/06/2025,Health visitor rang about the clinic.',
    ...weekly(4, 4, '06/2025'),
    '2025,Support was offered over the year.',
  ]);
  await put(t, 'Ostershire Constabulary', [
    '01/03/2024,Call about noise.',
    'May 2025,No contact recorded.',
    '01/10/2025,Van stopped. Ambulance crew at the scene; social worker told.',
    '20/12/2025,Letter after the period.',
  ]);
  await put(t, 'Ostermere Education', [
    '22/07/2025,Term ends.',
    '03/09/2025,Year 1 begins.',
    '10/03/2012,Nursery place offered.',
  ]);
  return t;
}

describe('stretches without contact', () => {
  test('are found by the agency’s own rhythm within the period, stated where an entry says so, and keep their length', async () => {
    const t = await reviewWithGaps();
    const { period, agencies, gaps } = await t.call('gaps.list', {});
    expect(period).toEqual({ from: '2024-03-01', to: '2025-11-09' });
    const [care, police, school] = agencies.map((one) => one.agencyId);
    const of = (id: string | undefined) =>
      gaps.filter((gap) => gap.agencyId === id).map((g) => `${g.from} ${g.to} ${g.days} ${g.edge ?? g.kind}`);
    expect(agencies.map((one) => [one.kind, one.usual, one.days])).toEqual([
      ['socialCare', 7, 28],
      ['police', null, 28],
      ['education', null, 28],
    ]);
    expect(of(care)).toEqual([
      '2024-03-01 2025-03-02 367 start',
      '2025-04-12 2025-06-01 51 found',
      '2025-06-26 2025-11-09 137 end',
    ]);
    const silence = gaps.find((gap) => gap.days === 51)!;
    // "2025" is too wide to fill a gap, so each gap says that it may lie there.
    expect(silence.vague).toBe(1);
    expect([silence.before?.dateLabel, silence.after?.dateLabel]).toEqual(['Fri 11 Apr 2025', 'Mon 2 Jun 2025']);
    // The police say themselves that they had none in May, within the silence found.
    const told = gaps.filter((gap) => gap.agencyId === police);
    expect(told.map((gap) => [gap.kind, gap.from, gap.to, gap.statedBy.length])).toEqual([
      ['found', '2024-03-02', '2025-09-30', 1],
      ['found', '2025-10-02', '2025-11-09', 0],
    ]);
    expect(gaps.filter((gap) => gap.schoolHoliday).map((gap) => [gap.agencyId, gap.from, gap.to])).toEqual([
      [school, '2025-07-23', '2025-09-02'],
    ]);
    expect(agencies.find((one) => one.agencyId === police)).toMatchObject({ startsAfter: 0, endsBefore: 39, last: '2025-12-20' });
  });

  test('an entry within a stretch that was stated shows that the two do not agree', async () => {
    const t = await openTest();
    await put(t, 'Ostershire Constabulary', [
      'June 2025,No contact recorded.',
      '12/06/2025,Called to the flat.',
      '01/06/2025,No contact between 1 August 2025 and 20 August 2025.',
    ]);
    const { gaps } = await t.call('gaps.list', {});
    const stated = gaps.filter((gap) => gap.kind === 'stated');
    expect(stated.map((gap) => [gap.from, gap.to, gap.inside])).toEqual([['2025-06-01', '2025-06-30', 1]]);
    // The days in the words count, where the entry itself has one day: the second statement lies within the silence found.
    expect(gaps.find((gap) => gap.edge === 'end')?.statedBy).toHaveLength(2);
  });

  test('a person explains one, states one, changes and removes; what is filled later is kept and said', async () => {
    const t = await reviewWithGaps();
    const { agencies, gaps } = await t.call('gaps.list', {});
    const gap = gaps.find((one) => one.days === 51)!;
    const said = { id: newId(), agencyId: gap.agencyId, from: gap.from, to: gap.to, byHand: false };
    const note = await t.call('gaps.explain', { ...said, explanation: 'asked', note: 'Asked the team on 3 March.' }, PANEL);
    expect(await t.call('gaps.explain', { ...said, explanation: 'asked', note: 'Asked the team on 3 March.' })).toEqual(note);
    await expect(t.call('gaps.explain', { ...said, explanation: 'holiday', note: '' })).rejects.toEqual(coded('alreadyExists'));
    await expect(
      t.call('gaps.explain', { ...said, id: newId(), from: '2025-06-01', to: '2025-05-01', explanation: 'asked', note: '' }),
    ).rejects.toEqual(coded('badInput'));
    const hand = { ...said, id: newId(), agencyId: null, from: '2024-06-12', to: '2024-09-02', byHand: true };
    await t.call('gaps.explain', { ...hand, explanation: 'notExplained', note: 'Nobody saw the child.' });
    const changed = await t.call('gaps.change', {
      id: note.id,
      rowVersion: note.rowVersion,
      explanation: 'elsewhere',
      note: 'On paper.',
    });
    await expect(
      t.call('gaps.change', { id: note.id, rowVersion: note.rowVersion, explanation: 'asked', note: '' }),
    ).rejects.toEqual(coded('versionConflict'));
    const now = await t.call('gaps.list', {});
    expect(now.gaps[0]).toMatchObject({ kind: 'byHand', agencyId: null, days: 83, note: { explanation: 'notExplained' } });
    expect(now.gaps.find((one) => one.days === 51)?.note).toEqual(changed);
    // Entries come that fill it: the explanation stands apart, and undo brings the gap back to it.
    await t.call('chronology.add', {
      id: newId(),
      agencyId: gap.agencyId!,
      date: '12 April 2025 to 1 June 2025',
      description: 'Weekly calls, as the paper file shows.',
    });
    const filled = await t.call('gaps.list', {});
    expect(filled.filled.map((one) => one.note.id)).toEqual([note.id]);
    await t.call('history.undo', {});
    expect((await t.call('gaps.list', {})).filled).toEqual([]);
    await t.call('gaps.remove', { id: note.id, rowVersion: changed.rowVersion }, PANEL);
    await t.call('history.undo', {}, PANEL);
    expect((await t.call('gaps.list', {})).gaps.find((one) => one.days === 51)?.note?.id).toBe(note.id);
    // Nothing that names a person stands in an anonymised answer.
    const hidden = await t.call('gaps.list', {}, anonymised(PANEL));
    expect(hidden.gaps.find((one) => one.days === 51)?.note?.person).toBe('');
    const rule = agencies[0]!;
    await t.call('gaps.setRule', { agencyId: rule.agencyId, rowVersion: rule.rowVersion, days: 60, kind: 'earlyHelp' }, MANAGER);
    const other = await t.call('gaps.list', {});
    expect(other.agencies[0]).toMatchObject({ days: 60, daysSet: 60, kind: 'earlyHelp', kindSet: true });
    expect(other.gaps.some((one) => one.days === 51)).toBe(false);
    expect(other.filled.map((one) => one.note.id)).toEqual([note.id]);
    await expect(
      t.call('gaps.setRule', { agencyId: rule.agencyId, rowVersion: rule.rowVersion, days: null, kind: null }),
    ).rejects.toEqual(coded('versionConflict'));
    expect(await t.core.verify()).toMatchObject({ ok: true });
  });
});

describe('agencies that others name', () => {
  test('those that sent nothing, with the entries that name them; never one that sent', async () => {
    const t = await reviewWithGaps();
    await t.call('agency.add', { name: 'Wendle Probation' });
    await put(t, 'Oster Homes', ['04/05/2025,Wendle Probation rang about the tenancy.']);
    const { named } = await t.call('gaps.named', {});
    expect(named.map((one) => [one.name, one.what, one.entries]).sort()).toEqual([
      ['Ambulance service', 'kind', 1],
      ['Health visiting and community health', 'kind', 1],
      ['Wendle Probation', 'agency', 1],
    ]);
    expect(named.find((one) => one.kind === 'ambulance')?.samples[0]?.text).toContain('Ambulance crew');
    const answer = await t.call(
      'gaps.answer',
      { id: newId(), key: 'kind:ambulance', explanation: 'asked', note: 'Asked on 2 June.' },
      PANEL,
    );
    await expect(
      t.call('gaps.answer', { id: answer.id, key: 'kind:ambulance', explanation: 'notInvolved', note: '' }),
    ).rejects.toEqual(coded('alreadyExists'));
    expect((await t.call('gaps.named', {})).named.find((one) => one.kind === 'ambulance')?.note?.note).toBe('Asked on 2 June.');
  });
});

describe('periods', () => {
  test('a background, exceptions with their reason, and what lies outside all of them', async () => {
    const t = await reviewWithGaps();
    const { agencies } = await t.call('gaps.list', {});
    const police = agencies[1]!.agencyId;
    const before = await t.call('periods.standing', {});
    expect(before.outside.map((row) => row.dateLabel)).toEqual(['Sat 10 Mar 2012', 'Sat 20 Dec 2025']);
    const add = (more: object) =>
      t.call('periods.add', {
        id: newId(),
        kind: 'exception',
        agencyId: police,
        from: '2025-11-10',
        to: null,
        reason: 'Letters.',
        ...more,
      });
    const exception = await add({});
    await t.call(
      'periods.add',
      { id: newId(), kind: 'background', agencyId: null, from: '2013-09-01', to: '2024-02-29', reason: 'Key events.' },
      MANAGER,
    );
    for (const wrong of [
      { agencyId: null },
      { reason: ' ' },
      { from: null, to: null },
      { from: '2025-02-01', to: '2025-01-01' },
      { from: '2025-02-31' },
    ])
      await expect(add(wrong)).rejects.toEqual(coded('badInput'));
    await expect(add({ id: exception.id })).rejects.toEqual(coded('alreadyExists'));
    const after = await t.call('periods.standing', {});
    expect(after.outside.map((row) => row.dateLabel)).toEqual(['Sat 10 Mar 2012']);
    expect(after.agencies[1]).toMatchObject({ detailed: 3, exception: 1, background: 0, outside: 0, undated: 0 });
    const moved = await t.call('periods.change', {
      id: exception.id,
      rowVersion: exception.rowVersion,
      from: '2025-12-21',
      to: null,
      reason: 'Letters.',
    });
    expect((await t.call('periods.standing', {})).outside).toHaveLength(2);
    await expect(
      t.call('periods.change', { id: exception.id, rowVersion: moved.rowVersion, from: null, to: null, reason: 'x' }),
    ).rejects.toEqual(coded('badInput'));
    await t.call('periods.remove', { id: exception.id, rowVersion: moved.rowVersion });
    expect((await t.call('periods.list', {})).periods.map((one) => one.kind)).toEqual(['background']);
    await t.call('history.undo', {});
    expect((await t.call('periods.list', {})).periods).toHaveLength(2);
  });
});

describe('lanes', () => {
  test('count each week by agency, person and theme; a filter counts the same way as none', async () => {
    const t = await reviewWithGaps();
    await t.call('register.add', { id: newId(), kind: 'person', realName: 'Rowan Thistle', aliases: [], pseudonym: 'Child T' });
    await withEntries(t, 12, (i) => `Rowan Thistle seen, day ${i}.`);
    const agencyId = (await t.call('agency.list', {})).find((one) => one.name === 'Ostershire Constabulary')!.id;
    const page = await t.call('chronology.page', { filter: { agencyIds: [agencyId] }, from: null, limit: 100 });
    const home = await t.call('theme.add', { id: newId(), parentId: null, name: 'Home', definition: '' });
    const ids = page.rows.filter((row) => row.text.startsWith('Rowan')).map((row) => row.id);
    await t.call('tag.set', { themeId: home.id, eventIds: ids.slice(0, 9), on: true });
    const open = await t.call('lanes.density', { filter: {}, by: 'agency' });
    const everyone = (await t.call('agency.list', {})).map((agency) => agency.id);
    const filtered = await t.call('lanes.density', { filter: { agencyIds: everyone }, by: 'agency' });
    expect(filtered.lanes).toEqual(open.lanes);
    expect(open.lanes.reduce((sum, lane) => sum + lane.entries, 0)).toBe((await t.call('review.overview', {})).entries);
    const themes = await t.call('lanes.density', { filter: {}, by: 'theme' });
    expect(themes.lanes.map((lane) => [lane.name, lane.entries])).toEqual([['Home', 9]]);
    expect((await t.call('lanes.density', { filter: { search: 'seen' }, by: 'theme' })).lanes).toEqual(themes.lanes);
    const near = await t.call('lanes.entries', {
      filter: {},
      by: 'theme',
      from: '2000-01-01',
      to: '2030-01-01',
      uncertainOnly: false,
      limit: 1000,
    });
    expect(near.entries.filter((entry) => entry.laneIds.includes(home.id))).toHaveLength(9);
    const spans = await t.call('lanes.entries', {
      filter: {},
      by: 'agency',
      from: '2025-01-01',
      to: '2025-12-31',
      uncertainOnly: true,
      limit: 1,
    });
    expect([spans.entries.map((entry) => [entry.earliest, entry.latest]), spans.more]).toEqual([
      [['2025-01-01', '2025-12-31']],
      true,
    ]);
    // An anonymised session may not learn by counting where a real name stands.
    const asked = { filter: { search: 'Thistle' }, by: 'agency' as const };
    const sums = async (session = PANEL) =>
      (await t.call('lanes.density', asked, session)).lanes.reduce((sum, lane) => sum + lane.entries, 0);
    expect([await sums(), await sums(anonymised(PANEL))]).toEqual([12, 0]);
    const matrix = await t.call('matrix.get', { from: '2024-01-01', to: '2025-12-31', parts: 'quarter' });
    expect(matrix.starts).toEqual([
      '2024-01-01',
      '2024-04-01',
      '2024-07-01',
      '2024-10-01',
      '2025-01-01',
      '2025-04-01',
      '2025-07-01',
      '2025-10-01',
    ]);
    const cell = matrix.rows[0]!.cells.find((one) => one.agencyId === agencyId)!;
    expect([cell.entries, cell.parts.reduce((sum, n) => sum + n, 0)]).toEqual([9, 9]);
    // A theme takes in those below it, each entry once: what a cell says is what the filter opens.
    const above = await t.call('theme.add', { id: newId(), parentId: null, name: 'Daily life', definition: '' });
    const now = (await t.call('theme.list', {})).find((one) => one.id === home.id)!;
    await t.call('theme.update', { id: home.id, rowVersion: now.rowVersion, parentId: above.id });
    await t.call('tag.set', { themeId: above.id, eventIds: ids.slice(7, 11), on: true });
    const period = { from: '2024-03-02', to: '2025-12-31' };
    for (const row of (await t.call('matrix.get', { ...period, parts: 'month' })).rows) {
      const filter = { ...period, themeIds: [row.themeId] };
      const { total } = await t.call('chronology.anchors', { filter });
      expect([row.name, row.depth, row.cells.reduce((sum, one) => sum + one.entries, 0)]).toEqual([
        row.name,
        row.name === 'Home' ? 1 : 0,
        total,
      ]);
      expect(total).toBeGreaterThan(7);
    }
  });

  test('the counts kept are those of a fresh count after any edits, and a wrong one is found', async () => {
    const t = await openTest();
    const { agencyId, eventIds } = await withEntries(t, 24, (i) => `Ivy Larch seen, day ${i}.`);
    await t.call('register.add', { id: newId(), kind: 'person', realName: 'Ivy Larch', aliases: [], pseudonym: 'Child L' });
    const themes = await Promise.all(
      ['Home', 'Cold'].map(async (name) => (await t.call('theme.add', { id: newId(), parentId: null, name, definition: '' })).id),
    );
    const { countPage, keepCounts } = await import('#core/features/register/steps.ts');
    const { REVIEWER } = await import('./keys.ts');
    const page = await t.core.read(countPage, { from: null, limit: 1000 }, REVIEWER, t.at.now);
    await t.core.write(keepCounts, { ...page.counts, first: true, last: true }, REVIEWER, t.at.now);
    expect((await t.call('lanes.density', { filter: {}, by: 'person' })).lanes.map((lane) => [lane.name, lane.entries])).toEqual([
      ['Ivy Larch · Child L', 24],
    ]);
    const step = tuple(
      constantFrom('tag', 'untag', 'date', 'add', 'undo', 'redo', 'theme'),
      integer({ min: 0, max: 23 }),
      integer({ min: 0, max: 1 }),
    );
    const run = async ([what, n, k]: [string, number, number]): Promise<void> => {
      const eventId = eventIds[n]!;
      const themeId = themes[k]!;
      if (what === 'tag' || what === 'untag')
        await t.call('tag.set', { themeId, eventIds: eventIds.slice(n, n + 5), on: what === 'tag' });
      else if (what === 'date') {
        const { rowVersion } = await t.call('chronology.get', { id: eventId });
        const to = ['May 2025', '3 January 2020', '14:00 on 2 May 2024', 'about 2019'][n % 4]!;
        await t.call('chronology.correct', {
          id: newId(),
          eventId,
          eventRowVersion: rowVersion,
          field: 'date',
          to,
          reason: 'Asked.',
        });
      } else if (what === 'add')
        await t.call('chronology.add', { id: newId(), agencyId, date: '5 May 2024', description: 'Ivy Larch telephoned.' });
      else if (what === 'theme') {
        const theme = (await t.call('theme.list', {})).find((one) => one.id === themeId);
        if (theme) await t.call('theme.remove', { id: theme.id, rowVersion: theme.rowVersion });
        expect(await t.core.verify()).toMatchObject({ ok: true });
        await t.call('history.undo', {});
      } else await t.call(what === 'undo' ? 'history.undo' : 'history.redo', {});
    };
    await assert(
      asyncProperty(array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
        for (const one of steps)
          await run(one).catch((error: unknown) =>
            expect(error).toMatchObject({ code: expect.stringMatching(/^(un|re)do|stillUsed|versionConflict|notFound/) }),
          );
        expect(await t.core.verify()).toMatchObject({ ok: true, problems: [] });
      }),
      { numRuns: 15 },
    );
    await t.core.close();
    const connection = openConnection(t.path, TEST_KEY, 'write', 'rollback');
    connection.exec(`UPDATE "personWeek" SET entries = entries + 1`);
    connection.exec(`INSERT INTO "themeWeek" SELECT id, (SELECT id FROM agency LIMIT 1), 1, 1 FROM theme LIMIT 1`);
    connection.exec(`INSERT INTO "themeWeek" VALUES (zeroblob(16), zeroblob(16), 1, 1)`);
    connection.close();
    const again = await openTest(t.path, { seed: false });
    const { ok, problems } = await again.core.verify();
    expect([ok, problems.map((problem) => problem.message)]).toEqual([
      false,
      ['the weekly counts by theme differ from the tags', 'the weekly counts by person differ from the mentions'],
    ]);
  });
});
