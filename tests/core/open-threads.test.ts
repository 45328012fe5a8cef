import { describe, expect, test } from 'vitest';
import type { Condition } from '#shared/contract/event-filter.ts';
import { newId } from '#shared/kernel/ids.ts';
import { anonymised, dump, MANAGER, openTest, PANEL, REVIEWER, type TestCore, withEntries } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
const entryOf = async (t: TestCore, id: string) => ({
  eventId: id,
  eventRowVersion: (await t.call('chronology.get', { id })).rowVersion,
});

async function discussed() {
  const t = await openTest();
  const { eventIds, agencyId } = await withEntries(t, 4);
  const note = async (i: number, body: string, session = PANEL): Promise<string> => {
    const id = newId();
    await t.call('annotation.add', { id, ...(await entryOf(t, eventIds[i]!)), body }, session);
    return id;
  };
  const say = (annotationId: string, kind: 'reply' | 'settled' | 'reopened', body: string | null = null) =>
    t.call('reply.add', { id: newId(), annotationId, kind, body });
  const open = async (more: object = {}, session = REVIEWER) =>
    t.call('discussion.open', { who: 'all', kind: 'all', agencyId: null, limit: 50, ...more }, session);
  const refs = async (condition: Condition, session = REVIEWER) => {
    const filter = { where: { match: 'all' as const, of: [condition] } };
    return (await t.call('chronology.page', { filter, from: null, limit: 9 }, session)).rows.map(({ ref }) => ref);
  };
  return { t, eventIds, agencyId, note, say, open, refs };
}

describe('what still waits for a word', () => {
  test('threads nobody settled and open challenges, the oldest first, with the last reply; mine, others’, by agency', async () => {
    const { t, eventIds, agencyId, note, say, open, refs } = await discussed();
    const first = await note(0, 'Who rang?');
    t.at.now = '2026-11-17T10:00:00.000Z';
    const second = await note(1, 'Which nurse?', REVIEWER);
    t.at.now = '2026-11-18T10:00:00.000Z';
    const claim = { field: 'description' as const, claim: 'It was the clinic.', proof: '', sought: null, agencyId };
    const challenge = newId();
    await t.call('challenge.raise', { id: challenge, ...(await entryOf(t, eventIds[2]!)), ...claim }, PANEL);
    await say(first, 'reply', 'The duty worker.');
    const all = await open();
    expect(all.items.map((item) => [item.kind, item.ref, item.words, item.mine, item.replies, item.last?.body ?? null])).toEqual([
      ['annotation', 1, 'Who rang?', false, 1, 'The duty worker.'],
      ['annotation', 2, 'Which nurse?', true, 0, null],
      ['challenge', 3, 'It was the clinic.', false, 0, null],
    ]);
    expect([all.total, (await open({ limit: 1 })).items.length, (await open({ limit: 1 })).total]).toEqual([3, 1, 3]);
    expect((await open({ who: 'mine' })).items.map(({ id }) => id)).toEqual([second]);
    expect((await open({ who: 'others', kind: 'challenge' })).items.map(({ id }) => id)).toEqual([challenge]);
    expect((await open({ agencyId })).total).toBe(3);
    expect((await open({ agencyId: newId() })).total).toBe(0);
    const is = (fact: 'openThread' | 'openChallenge', not = false): Condition => ({ kind: 'fact', is: fact, not });
    expect([await refs(is('openThread')), await refs(is('openThread', true)), await refs(is('openChallenge'))]).toEqual([
      [1, 2],
      [3, 4],
      [3],
    ]);

    await say(first, 'settled');
    expect([(await open()).total, await refs(is('openThread'))]).toEqual([2, [2]]);
    await say(first, 'reopened');
    expect([(await open()).total, await refs(is('openThread'))]).toEqual([3, [1, 2]]);
    const hidden = await open({ who: 'mine' }, anonymised(PANEL));
    expect(hidden.items.map(({ person, post, mine }) => [person, post, mine])).toEqual([
      ['', PANEL.post, true],
      ['', PANEL.post, true],
    ]);
  });

  test('entries are found by who annotated them; where names are not shown, by post and by no name', async () => {
    const { t, note, refs } = await discussed();
    await note(0, 'One');
    await note(1, 'Two', REVIEWER);
    const people = await t.call('annotation.people', {});
    expect(people.map(({ name, annotations }) => [name, annotations]).sort()).toEqual(
      [
        [PANEL.name, 1],
        [REVIEWER.name, 1],
      ].sort(),
    );
    const by = (name: string, post: string): Condition => ({ kind: 'annotatedBy', people: [{ name, post }] });
    expect(await refs(by(PANEL.name, PANEL.post))).toEqual([1]);
    expect(await refs({ ...by(PANEL.name, PANEL.post), not: true })).toEqual([2, 3, 4]);
    const hidden = anonymised(REVIEWER);
    expect((await t.call('annotation.people', {}, hidden)).every(({ name }) => name === '')).toBe(true);
    expect(await refs(by('', PANEL.post), hidden)).toEqual([1]);
    expect(await refs(by(PANEL.name, PANEL.post), hidden)).toEqual([]);
  });
});

describe('annotating many', () => {
  test('puts the same words on each as one change with its count; the same once more is a retry', async () => {
    const { t, eventIds, open } = await discussed();
    const before = await dump(t.path);
    const input = { id: newId(), target: { ids: eventIds.slice(0, 3) }, body: 'Ask health.' };
    expect(await t.call('bulk.annotate', input, PANEL)).toEqual({ entries: 3 });
    expect(await t.call('bulk.annotate', input, PANEL)).toEqual({ entries: 3 });
    expect((await open()).items.map(({ ref, words }) => [ref, words])).toEqual([1, 2, 3].map((ref) => [ref, 'Ask health.']));
    await expect(t.call('bulk.annotate', { ...input, body: 'Other' }, PANEL)).rejects.toEqual(coded('alreadyExists'));
    expect(await t.call('history.undo', {}, PANEL)).toEqual({ label: 'Annotate 3 entries' });
    expect(await dump(t.path)).toBe(before);
    const filtered = { ...input, target: { filter: {}, total: 3 } };
    await expect(t.call('bulk.annotate', filtered, MANAGER)).rejects.toEqual(coded('versionConflict'));
    await expect(t.call('bulk.annotate', { ...input, target: { ids: [newId()] } }, MANAGER)).rejects.toEqual(coded('notFound'));
    expect(await t.call('bulk.annotate', { ...filtered, target: { filter: {}, total: 4 } }, MANAGER)).toEqual({ entries: 4 });
  });
});
