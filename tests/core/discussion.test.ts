import { describe, expect, test } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import type { InputFor } from '#shared/contract/index.ts';
import { anonymised, MANAGER, openTest, PANEL, REVIEWER, type TestCore, withEntries } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
type Raised = InputFor<'challenge.raise'>;

async function reviewWithEntries(): Promise<{ t: TestCore; eventId: string; agencyId: string }> {
  const t = await openTest();
  const { eventIds, agencyId } = await withEntries(t, 3);
  return { t, eventId: eventIds[0]!, agencyId };
}
const versionOf = async (t: TestCore, id: string): Promise<number> => (await t.call('chronology.get', { id })).rowVersion;
async function raised(t: TestCore, eventId: string, more: Partial<Raised> = {}): Promise<Raised> {
  const eventRowVersion = await versionOf(t, eventId);
  const claim = 'The visit was to the clinic.';
  const proof = 'The clinic’s appointment book';
  const words = { field: 'description' as const, claim, proof, sought: 'Visit at the clinic.', agencyId: null };
  const input = { id: newId(), eventId, eventRowVersion, ...words, ...more };
  await t.call('challenge.raise', input, PANEL);
  return input;
}
const listed = async (t: TestCore, eventId: string | null = null) => t.call('challenge.list', { eventId });

describe('an accuracy challenge', () => {
  test('is raised by the panel with the words that stood; the same once more is a retry', async () => {
    const { t, eventId, agencyId } = await reviewWithEntries();
    const input = await raised(t, eventId, { agencyId });
    await t.call('challenge.raise', input, PANEL);
    const [one, ...more] = await listed(t, eventId);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      challenge: { state: 'open', stood: 'Entry number 0, visit at home.', person: PANEL.name, post: PANEL.post, agencyId },
      entry: { ref: 1, agencyId, standing: 'Entry number 0, visit at home.' },
    });
    await expect(t.call('challenge.raise', { ...input, claim: 'Other' }, PANEL)).rejects.toEqual(coded('alreadyExists'));
    const stale = { ...input, id: newId(), eventRowVersion: 0 };
    await expect(t.call('challenge.raise', stale, PANEL)).rejects.toEqual(coded('versionConflict'));
  });

  test('accepted, corrects the entry beside the original in the same step, and one undo takes both back', async () => {
    const { t, eventId } = await reviewWithEntries();
    const { id } = await raised(t, eventId);
    const { challenge, entry } = (await listed(t))[0]!;
    const correction = { id: newId(), eventRowVersion: entry.rowVersion, to: challenge.sought };
    const settle = { id, rowVersion: challenge.rowVersion, state: 'accepted' as const, reason: null, correction };
    await expect(t.call('challenge.settle', settle, PANEL)).rejects.toEqual(coded('notAllowed'));
    await expect(t.call('challenge.settle', settle, MANAGER)).rejects.toEqual(coded('notAllowed'));
    await expect(t.call('challenge.settle', { ...settle, correction: null })).rejects.toEqual(coded('badInput'));
    await expect(t.call('challenge.settle', { ...settle, correction: { ...correction, eventRowVersion: 0 } })).rejects.toEqual(
      coded('versionConflict'),
    );
    expect((await listed(t))[0]!.challenge.state).toBe('open');

    await t.call('challenge.settle', settle);
    const detail = await t.call('chronology.get', { id: eventId });
    expect(detail.corrections).toMatchObject([
      { from: 'Entry number 0, visit at home.', to: 'Visit at the clinic.', reason: challenge.claim },
    ]);
    expect((await listed(t))[0]).toMatchObject({
      challenge: { state: 'accepted', settledBy: REVIEWER.name, settledPost: REVIEWER.post, settledAt: t.at.now },
      entry: { standing: 'Visit at the clinic.' },
    });
    await expect(t.call('challenge.settle', settle)).rejects.toEqual(coded('versionConflict'));

    await t.call('history.undo', {});
    expect((await t.call('chronology.get', { id: eventId })).corrections).toEqual([]);
    expect((await listed(t))[0]!.challenge).toMatchObject({ state: 'open', settledBy: null });
  });

  test('moves an entry where its date was wrong', async () => {
    const { t, eventId } = await reviewWithEntries();
    const { id } = await raised(t, eventId, { field: 'date', sought: '9 March 2024' });
    const { challenge, entry } = (await listed(t))[0]!;
    expect(challenge.stood).toBe('01/03/2024');
    const correction = { id: newId(), eventRowVersion: entry.rowVersion, to: '9 March 2024' };
    await t.call('challenge.settle', { id, rowVersion: challenge.rowVersion, state: 'accepted', reason: 'Seen', correction });
    expect((await listed(t))[0]!.entry).toMatchObject({ dateLabel: 'Sat 9 Mar 2024', standing: '9 March 2024' });
    const { rows } = await t.call('chronology.page', { filter: {}, from: null, limit: 9 });
    expect(rows.at(-1)!.id).toBe(eventId);
  });

  test('accepted in part or refused, it says why; settled, it is not settled again', async () => {
    const { t, eventId } = await reviewWithEntries();
    for (const state of ['partly', 'refused'] as const) {
      const { id } = await raised(t, eventId);
      const { challenge, entry } = (await listed(t))[0]!;
      const settle = { id, rowVersion: challenge.rowVersion, state, correction: null };
      await expect(t.call('challenge.settle', { ...settle, reason: null })).rejects.toEqual(coded('badInput'));
      if (state === 'refused') {
        const correction = { id: newId(), eventRowVersion: entry.rowVersion, to: 'x' };
        await expect(t.call('challenge.settle', { ...settle, reason: 'No', correction })).rejects.toEqual(coded('badInput'));
      }
      const after = await t.call('challenge.settle', { ...settle, reason: 'The log has it.' });
      expect(after).toMatchObject({ state, reason: 'The log has it.' });
      const again = { ...settle, rowVersion: after.rowVersion, reason: 'Again' };
      await expect(t.call('challenge.settle', again)).rejects.toEqual(coded('badInput'));
    }
    expect((await t.call('chronology.get', { id: eventId })).corrections).toEqual([]);
  });

  test('is changed and withdrawn by whoever raised it, withdrawn by the reviewer too, each undone', async () => {
    const { t, eventId } = await reviewWithEntries();
    const { id } = await raised(t, eventId);
    const of = async () => (await listed(t)).find((one) => one.challenge.id === id)!.challenge;
    const words = { claim: 'It was a call.', proof: '', sought: null };
    const change = { id, rowVersion: (await of()).rowVersion, ...words };
    await expect(t.call('challenge.change', change, MANAGER)).rejects.toEqual(coded('notAllowed'));
    await t.call('challenge.change', change, PANEL);
    expect(await of()).toMatchObject(words);
    await t.call('history.undo', {}, PANEL);
    expect((await of()).claim).toBe('The visit was to the clinic.');
    for (const session of [PANEL, REVIEWER]) {
      const withdraw = { id, rowVersion: (await of()).rowVersion, reason: 'Our mistake' };
      await expect(t.call('challenge.withdraw', withdraw, MANAGER)).rejects.toEqual(coded('notAllowed'));
      await t.call('challenge.withdraw', withdraw, session);
      expect(await of()).toMatchObject({ state: 'withdrawn', settledBy: session.name });
      await t.call('history.undo', {}, session);
      expect((await of()).state).toBe('open');
    }
    await t.call('history.undo', {}, PANEL);
    expect(await listed(t)).toEqual([]);
  });

  test('shows posts and no names in an anonymised session, which may claim but not propose words', async () => {
    const { t, eventId } = await reviewWithEntries();
    await raised(t, eventId);
    const [one] = await t.call('challenge.list', { eventId: null }, anonymised(REVIEWER));
    expect(one!.challenge).toMatchObject({ person: '', post: PANEL.post });
    const claim = {
      eventId,
      eventRowVersion: await versionOf(t, eventId),
      field: 'outcome' as const,
      claim: 'Not so',
      proof: '',
    };
    const ask = (sought: string | null) =>
      t.call('challenge.raise', { id: newId(), agencyId: null, ...claim, sought }, anonymised(PANEL));
    await expect(ask('Adult B came')).rejects.toEqual(coded('identifiedOnly'));
    expect((await ask(null)).state).toBe('open');
  });
});

describe('a thread under an annotation', () => {
  test('is answered, settled and opened again, with who and when; each is undone', async () => {
    const { t, eventId } = await reviewWithEntries();
    const annotationId = newId();
    const eventRowVersion = await versionOf(t, eventId);
    const note = { id: annotationId, eventId, eventRowVersion, body: 'Who rang?' };
    const { rowVersion } = await t.call('annotation.add', note, PANEL);
    const say = (kind: 'reply' | 'settled' | 'reopened', body: string | null, session = REVIEWER, id = newId()) =>
      t.call('reply.add', { id, annotationId, kind, body }, session);
    const kinds = async () => (await t.call('reply.ofEvent', { eventId })).map((one) => one.kind);

    await expect(say('reply', null)).rejects.toEqual(coded('badInput'));
    await expect(say('reopened', null)).rejects.toEqual(coded('badInput'));
    const first = await say('reply', 'The duty worker.');
    expect(await say('reply', 'The duty worker.', REVIEWER, first.id)).toEqual(first);
    await expect(say('reply', 'Another', REVIEWER, first.id)).rejects.toEqual(coded('alreadyExists'));
    t.at.now = '2026-11-17T09:00:00.000Z';
    expect(await say('settled', 'Answered', PANEL)).toMatchObject({ person: PANEL.name, post: PANEL.post, at: t.at.now });
    await expect(say('settled', null)).rejects.toEqual(coded('badInput'));
    const reopened = await say('reopened', null, MANAGER);
    expect(await kinds()).toEqual(['reply', 'settled', 'reopened']);
    await t.call('history.undo', {}, MANAGER);
    expect(await kinds()).toEqual(['reply', 'settled']);
    expect(reopened.person).toBe(MANAGER.name);

    const own = { id: first.id, rowVersion: first.rowVersion };
    await expect(t.call('reply.edit', { ...own, body: 'x' }, PANEL)).rejects.toEqual(coded('notAllowed'));
    const edited = await t.call('reply.edit', { ...own, body: 'The night worker.' });
    expect(edited.body).toBe('The night worker.');
    await expect(t.call('annotation.remove', { id: annotationId, rowVersion }, PANEL)).rejects.toEqual(coded('stillUsed'));
    await expect(t.call('reply.remove', { id: first.id, rowVersion: edited.rowVersion }, PANEL)).rejects.toEqual(
      coded('notAllowed'),
    );
    await t.call('reply.remove', { id: first.id, rowVersion: edited.rowVersion });
    expect(await kinds()).toEqual(['settled']);
    const settled = (await t.call('reply.ofEvent', { eventId }, anonymised(REVIEWER)))[0]!;
    expect(settled).toMatchObject({ person: '', post: PANEL.post });
    await expect(t.call('reply.remove', { id: settled.id, rowVersion: settled.rowVersion }, PANEL)).rejects.toEqual(
      coded('badInput'),
    );
  });
});
