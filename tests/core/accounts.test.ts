import { describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, importBytes, MANAGER, openTest, PANEL, REVIEWER, type TestCore } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Three agencies on one evening, a routine row beside it, and a row pasted twice. */
async function threeAgencies(): Promise<{ t: TestCore; id(ref: number): string; refs: Map<number, string> }> {
  const t = await openTest();
  await importBytes(
    t,
    bytes(
      'Date,Event\n04/05/2024,"21:40 called by a neighbour to shouting at the flat above the bakery. Children asleep. One male present, gave no name."\n09/05/2024,Vehicle check near the harbour.\n09/05/2024,Vehicle check near the harbour.\n',
    ),
    'police.csv',
    'Northmere Police',
  );
  await importBytes(
    t,
    bytes(
      'Date,Event,Date logged\n05/05/2024,"Police notification: shouting at the flat above the bakery last night. Children awake on the stairs. No other adult there.",07/05/2024\n20/05/2024,Supervision. Plan to continue.,20/05/2024\n',
    ),
    'care.csv',
    "Northmere Children's Social Care",
  );
  await importBytes(t, bytes('Date,Event\n04/05/2024,Repeat prescription issued.\n'), 'gp.csv', 'Fell Lane Surgery');
  const { rows } = await t.call('chronology.page', { filter: {}, from: null, limit: 50 });
  const refs = new Map(rows.map((row) => [row.ref, row.id]));
  return { t, refs, id: (ref) => refs.get(ref)! };
}

/** As the job does, within one thread. */
async function propose(t: TestCore): Promise<void> {
  const { readAccounts, keepPairs } = await import('#core/features/accounts/steps.ts');
  const { proposePairs } = await import('#shared/accounts/propose-pairs.ts');
  const page = await t.core.read(readAccounts, { from: null, limit: 1000 }, REVIEWER, t.at.now);
  const pairs = [...proposePairs(page.accounts)].flatMap((slice) => slice.pairs);
  await t.core.write(keepPairs, { pairs, first: true, last: true }, REVIEWER, t.at.now);
}
const group = async (t: TestCore, ...eventIds: string[]): Promise<string> => {
  const id = newId();
  await t.call('accounts.makeGroups', { groups: [{ id, eventIds }] }, MANAGER);
  return (await t.call('accounts.ofEvent', { eventId: eventIds[0]! })).group!.id;
};
const entriesOf = async (t: TestCore): Promise<string> =>
  JSON.stringify(await t.call('chronology.lines', { filter: {}, from: null, limit: 100 }));

describe('proposals', () => {
  test('are made with the reason, stand outside history, and say when the entries have changed since', async () => {
    const { t, id } = await threeAgencies();
    expect(await t.call('accounts.status', {})).toMatchObject({ foundAt: null, stale: true, shown: 0 });
    const undoBefore = (await t.call('history.state', {})).undo;
    await propose(t);
    expect((await t.call('history.state', {})).undo).toBe(undoBefore);
    expect(await t.call('accounts.status', {})).toMatchObject({ foundAt: t.at.now, stale: false, shown: 2 });
    const { items, next } = await t.call('accounts.proposals', { weaker: false, from: null, limit: 50 });
    expect(next).toBeNull();
    expect(items.map((item) => [item.kind, item.a.ref, item.b.ref])).toEqual([
      ['sameEvent', 1, 4],
      ['duplicate', 2, 3],
    ]);
    expect(items[0]!.reasons).toEqual(
      expect.arrayContaining([
        { code: 'daysApart', days: 1 },
        { code: 'namesTheDay' },
        { code: 'sameMatter', matters: expect.arrayContaining(['disturbance']) },
      ]),
    );
    expect(items[0]!.reasons.find((reason) => reason.code === 'words')?.words).toEqual(
      expect.arrayContaining(['bakery', 'shouting']),
    );
    const one = await t.call('accounts.proposals', { weaker: true, from: null, limit: 1 });
    expect((await t.call('accounts.proposals', { weaker: true, from: one.next, limit: 50 })).items[0]!.seq).toBe(one.next);
    expect((await t.call('accounts.ofEvent', { eventId: id(4) })).proposals.map((item) => item.a.ref)).toEqual([1]);
    await t.call('chronology.add', { id: newId(), agencyId: items[0]!.a.agencyId, date: '1 June 2024', description: 'Added.' });
    expect((await t.call('accounts.status', {})).stale).toBe(true);
  });

  test('that a person holds apart come no more, until that is taken back', async () => {
    const { t, id } = await threeAgencies();
    await propose(t);
    const pairs = [{ id: newId(), aId: id(4), bId: id(1) }];
    await expect(t.call('accounts.notSame', { pairs, reason: 'Two evenings.' }, PANEL)).rejects.toEqual(coded('notAllowed'));
    expect(await t.call('accounts.notSame', { pairs, reason: 'Two evenings.' }, MANAGER)).toEqual({ pairs: 1 });
    const refs = async (): Promise<number[]> =>
      (await t.call('accounts.proposals', { weaker: true, from: null, limit: 50 })).items.map((item) => item.a.ref);
    expect(await refs()).toEqual([2]);
    await propose(t);
    expect(await refs()).toEqual([2]);
    const [held] = await t.call('accounts.separate', {});
    expect(held).toMatchObject({ reason: 'Two evenings.', person: MANAGER.name });
    await t.call('accounts.maybeSame', { id: held!.id, rowVersion: held!.rowVersion });
    expect(await refs()).toEqual([1, 2]);
    await t.call('history.undo', {});
    expect(await refs()).toEqual([2]);
    await expect(t.call('accounts.notSame', { pairs: [{ id: newId(), aId: id(1), bId: id(1) }], reason: 'x' })).rejects.toEqual(
      coded('badInput'),
    );
  });
});

describe('groups', () => {
  test('are made by a person, change nothing of the entries, and are undone', async () => {
    const { t, id } = await threeAgencies();
    await propose(t);
    const before = await entriesOf(t);
    const groupId = await group(t, id(1), id(4));
    expect(await entriesOf(t)).toBe(before);
    expect((await t.call('accounts.proposals', { weaker: true, from: null, limit: 50 })).items.map((item) => item.kind)).toEqual([
      'duplicate',
    ]);
    const told = await t.call('accounts.alsoTold', { eventIds: [id(1), id(2), id(4)] });
    expect(told.map((one) => [one.eventId, one.others, one.relied])).toEqual([
      [id(1), 1, 'none'],
      [id(4), 1, 'none'],
    ]);
    expect((await t.call('accounts.groups', { from: null, limit: 10 })).items[0]!.accounts.map((head) => head.ref)).toEqual([
      1, 4,
    ]);
    expect(await t.call('accounts.alsoTold', { eventIds: null })).toEqual(told);
    await t.call('history.undo', {}, MANAGER);
    expect(await t.call('accounts.alsoTold', { eventIds: [id(1)] })).toEqual([]);
    await t.call('history.redo', {}, MANAGER);
    expect((await t.call('accounts.group', { id: groupId })).accounts).toHaveLength(2);
    expect((await t.core.verify()).ok).toBe(true);
  });

  test('grow, come together and come apart; the account relied on goes with its group', async () => {
    const { t, id } = await threeAgencies();
    const first = await group(t, id(1), id(4));
    const second = await group(t, id(2), id(3));
    const relied = { id: second, eventId: id(2), reason: 'Written on the spot.' };
    const { rowVersion } = await t.call('accounts.group', { id: second });
    await t.call('accounts.rely', { ...relied, rowVersion });
    await expect(t.call('accounts.rely', { ...relied, rowVersion })).rejects.toEqual(coded('versionConflict'));
    expect(await group(t, id(1), id(3))).toBe(first);
    const all = await t.call('accounts.group', { id: first });
    expect(all.accounts.map((account) => account.ref)).toEqual([1, 4, 2, 3]);
    expect(all.relied).toMatchObject({ eventId: id(2), reason: 'Written on the spot.', person: REVIEWER.name });
    const left = await t.call('accounts.takeOut', { id: first, rowVersion: all.rowVersion, eventIds: [id(2)] });
    expect(left).toEqual({ left: 3 });
    const now = await t.call('accounts.group', { id: first });
    expect(now.relied).toBeNull();
    await expect(t.call('accounts.rely', { id: first, rowVersion: now.rowVersion, eventId: id(2), reason: 'x' })).rejects.toEqual(
      coded('notFound'),
    );
    await expect(t.call('accounts.rely', { id: first, rowVersion: now.rowVersion, eventId: id(1), reason: ' ' })).rejects.toEqual(
      coded('badInput'),
    );
    await t.call('accounts.dissolve', { id: first, rowVersion: now.rowVersion });
    await expect(t.call('accounts.group', { id: first })).rejects.toEqual(coded('notFound'));
    await t.call('history.undo', {});
    expect((await t.call('accounts.group', { id: first })).accounts).toHaveLength(3);
    await expect(t.call('accounts.makeGroups', { groups: [{ id: newId(), eventIds: [id(1), id(1)] }] })).rejects.toEqual(
      coded('badInput'),
    );
  });

  test('are in the way of undoing what they lean on, and say so', async () => {
    const { t, id } = await threeAgencies();
    const agencyId = (await t.call('agency.list', {}))[0]!.id;
    const added = newId();
    await t.call('chronology.add', { id: added, agencyId, date: '4 May 2024', description: 'Noise logged.' });
    await group(t, id(1), added);
    await expect(t.call('history.undo', {})).rejects.toMatchObject({
      code: 'undoConflict',
      details: { list: '1 groups of accounts' },
    });
  });
});

describe('side by side', () => {
  test('who knew when, and each contradiction with the words of both', async () => {
    const { t, id } = await threeAgencies();
    const groupId = await group(t, id(1), id(4));
    const { accounts, contradictions } = await t.call('accounts.group', { id: groupId });
    expect(accounts.map(({ knew }) => [knew.how, knew.dateLabel, knew.column, knew.daysAfter])).toEqual([
      ['ownAccount', 'Sat 4 May 2024', null, 0],
      ['wasTold', 'Tue 7 May 2024', 'Date logged', 3],
    ]);
    expect(contradictions.map((one) => [one.kind, one.a.words, one.b.words])).toEqual([
      ['otherAdult', 'One male present, gave no name.', 'No other adult there.'],
      ['asleep', 'Children asleep.', 'Children awake on the stairs.'],
    ]);
    // The same before anybody groups them.
    expect((await t.call('accounts.compare', { eventIds: [id(4), id(1)] })).contradictions.map((one) => one.kind)).toEqual([
      'otherAdult',
      'asleep',
    ]);
    await expect(t.call('accounts.compare', { eventIds: [id(1), newId()] })).rejects.toEqual(coded('notFound'));
  });

  test('a contradiction is settled, left open with a note, taken up again; one that reading does not find is noted', async () => {
    const { t, id } = await threeAgencies();
    await group(t, id(1), id(4));
    const list = async (...states: ('open' | 'settled' | 'leftOpen')[]): Promise<OutputOf<'accounts.contradictions'>['items']> =>
      (await t.call('accounts.contradictions', { states, from: null, limit: 100 })).items;
    const [adult] = await list('open');
    const pair = { aId: adult!.a.eventId, bId: adult!.b.eventId };
    const settle = { id: newId(), ...pair, kind: adult!.kind, key: adult!.key, rowVersion: null };
    await expect(t.call('accounts.settle', { ...settle, state: 'settled', note: '' })).rejects.toEqual(coded('badInput'));
    const done = await t.call('accounts.settle', {
      ...settle,
      state: 'settled',
      note: 'The officer saw him; the notice left it out.',
    });
    expect((await list('open')).map((one) => one.kind)).toEqual(['asleep']);
    expect((await list('settled'))[0]).toMatchObject({ kind: 'otherAdult', person: REVIEWER.name, stands: true });
    await expect(t.call('accounts.settle', { ...settle, state: 'leftOpen', note: 'x' })).rejects.toEqual(
      coded('versionConflict'),
    );
    // Corrected since: nothing differs now, and what was decided is still told.
    const rowVersion = (await t.call('chronology.get', { id: id(4) })).rowVersion;
    const correct = {
      id: newId(),
      eventId: id(4),
      eventRowVersion: rowVersion,
      field: 'description' as const,
      reason: 'Agency wrote again.',
    };
    await t.call('chronology.correct', { ...correct, to: 'Police notification: shouting last night. Children asleep.' });
    expect((await list('settled'))[0]).toMatchObject({ kind: 'otherAdult', stands: false });
    await t.call('history.undo', {});
    await t.call('accounts.settle', { ...settle, rowVersion: done.rowVersion, state: 'open', note: '' });
    expect(await list('open')).toHaveLength(2);
    const noted = await t.call('accounts.noteContradiction', {
      id: newId(),
      ...pair,
      words: 'Only one of them speaks of the bakery’s owner.',
    });
    expect((await list('open')).map((one) => [one.kind, one.words])).toContainEqual([
      'other',
      'Only one of them speaks of the bakery’s owner.',
    ]);
    const other = { id: noted.id, ...pair, kind: 'other' as const, key: noted.id, rowVersion: noted.rowVersion };
    await t.call('accounts.settle', { ...other, state: 'leftOpen', note: 'Nobody can be asked.' });
    expect((await list('leftOpen')).map((one) => one.note)).toEqual(['Nobody can be asked.']);
    await expect(t.call('accounts.noteContradiction', { id: newId(), aId: id(1), bId: id(2), words: 'x' })).rejects.toEqual(
      coded('badInput'),
    );
  });
});

describe('an anonymised session', () => {
  test('is told no name: neither in texts nor in reasons, contradictions and what is held apart', async () => {
    const { t, id } = await threeAgencies();
    const entries = [
      { kind: 'person' as const, realName: 'Wilhelmina Traske', aliases: ['Minnie'], pseudonym: 'Child Q' },
      { kind: 'person' as const, realName: 'Corbin Traske', aliases: [], pseudonym: 'Adult R' },
    ];
    await t.call('register.import', { entries: entries.map((entry) => ({ id: newId(), ...entry })) });
    const told = {
      care: 'Wilhelmina seen at the minor injuries unit, fell off a trampoline belonging to Corbin Traske. Mr Traske present.',
      police: 'Minnie Traske, minor injuries, fell from a sofa. Corbin Traske not there. Wilhelmina not seen by us.',
    };
    const agencies = await t.call('agency.list', {});
    for (const agency of agencies.slice(0, 2)) {
      const description = agency.name.includes('Police') ? told.police : told.care;
      await t.call('chronology.add', { id: newId(), agencyId: agency.id, date: '1 August 2024', description });
    }
    await propose(t);
    const { rows } = await t.call('chronology.page', { filter: { from: '2024-08-01' }, from: null, limit: 10 });
    const ids = rows.map((row) => row.id);
    const seen = anonymised(REVIEWER);
    const proposed = (await t.call('accounts.proposals', { weaker: true, from: null, limit: 50 }, seen)).items;
    const pair = proposed.find((item) => item.a.eventId === ids[0])!;
    expect(pair.reasons.find((reason) => reason.code === 'people')?.people).toEqual(['Adult R', 'Child Q']);
    expect(pair.reasons.find((reason) => reason.code === 'words')?.words?.join()).not.toMatch(/trask/i);
    const groupId = await group(t, ...ids);
    const shown = await t.call('accounts.group', { id: groupId }, seen);
    expect(shown.contradictions.map((one) => one.kind)).toEqual(expect.arrayContaining(['manner', 'seen']));
    const found = shown.contradictions.find((one) => one.kind === 'manner')!;
    await t.call('accounts.settle', {
      id: newId(),
      aId: found.a.eventId,
      bId: found.b.eventId,
      kind: 'manner',
      key: '',
      rowVersion: null,
      state: 'leftOpen',
      note: 'Corbin Traske told each something else.',
    });
    await t.call('accounts.notSame', { pairs: [{ id: newId(), aId: id(1), bId: id(4) }], reason: 'Minnie was elsewhere.' });
    const everything = JSON.stringify([
      proposed,
      shown,
      await t.call('accounts.contradictions', { states: ['open', 'leftOpen'], from: null, limit: 50 }, seen),
      await t.call('accounts.groups', { from: null, limit: 50 }, seen),
      await t.call('accounts.ofEvent', { eventId: ids[0]! }, seen),
      await t.call('accounts.compare', { eventIds: ids }, seen),
      await t.call('accounts.separate', {}, seen),
    ]);
    expect(everything).not.toMatch(/Trask|Corbin|Minnie|Wilhelmina|Fenwick/i);
    expect(everything).toContain('Child Q');
    // The same is found whatever the session sees.
    const identified = await t.call('accounts.group', { id: groupId });
    expect(shown.contradictions.map((one) => one.kind)).toEqual(identified.contradictions.map((one) => one.kind));
  });
});
