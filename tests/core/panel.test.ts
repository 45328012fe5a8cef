import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCopyToMake } from '#core/features/panel/steps.ts';
import { panelPaper } from '#core/papers/panel-paper.ts';
import type { InputFor, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import type { PanelRemark } from '#shared/model/panel.ts';
import { newId } from '#shared/kernel/ids.ts';
import { checkWordFile } from '#core/features/publish/verify/check-file.ts';
import { wordReply } from '../unit/panel/word-reply.ts';
import { validated } from '../docx/support/validator.ts';
import { anonymised, REVIEWER, testWorkbench } from './harness.ts';
import { panelReview, type PanelReview } from './panel-support.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
const main = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml']!);
const all = async (t: PanelReview, show: 'all' | 'waiting' | 'settled' = 'all'): Promise<PanelRemark[]> =>
  (await t.call('remark.list', { show, limit: 500 })).remarks;
const named = (...remarks: PanelRemark[]): { id: string; rowVersion: number }[] =>
  remarks.map(({ id, rowVersion }) => ({ id, rowVersion }));
const trackedRound = async (t: PanelReview): Promise<void> => {
  const [round] = await t.call('round.list', {});
  await t.call('round.update', { id: t.round, rowVersion: round!.rowVersion, mode: 'trackedChanges' });
};

describe('a copy that goes out', () => {
  test('says what is asked, by when and of whom; is held to comments but for the last column; is a valid Word file', async () => {
    const t = await panelReview();
    const { bytes, code } = await t.make(t.copies[0]!);
    expect(validated(bytes, 'docx')).toEqual([]);
    const xml = main(bytes);
    for (const words of [
      'Helen Marsden, Named Nurse, Ostermere Health Trust',
      'Colin Trewartha',
      'by Fri 4 Dec 2026',
      'Tamsin Pellow',
    ])
      expect(xml).toContain(words);
    const settings = strFromU8(unzipSync(bytes)['word/settings.xml']!);
    expect(settings).toContain('<w:documentProtection w:edit="comments" w:enforcement="1"/>');
    const count = (what: RegExp): number => xml.match(what)?.length ?? 0;
    expect([count(/<w:permStart /g), count(/w:name="PL_/g), count(/<w:cantSplit\/>/g)]).toEqual([5, 5, 6]);
    const [round] = await t.call('round.list', {});
    expect(round?.copies[0]?.files).toMatchObject([{ code, entries: 5 }]);
  });

  test('anonymised, it holds no name in any part; what is undecided says so; settled words stay', async () => {
    const t = await panelReview();
    await t.call('register.add', {
      id: newId(),
      kind: 'person',
      realName: 'Warden Card',
      aliases: ['Card'],
      pseudonym: 'Adult C',
    });
    const register = (await t.call('register.list', {})).rows.map(({ entry }) => entry);
    const [round] = await t.call('round.list', {});
    await t.call('round.update', { id: t.round, rowVersion: round!.rowVersion, view: 'anonymised' });
    const open = await t.make(t.copies[1]!, anonymised(REVIEWER));
    expect(checkWordFile(open.bytes, 'x.docx', register, {})).toEqual({ clean: true, findings: [] });
    expect(main(open.bytes)).toContain('at the home of Child Q.');
    expect(main(open.bytes)).not.toMatch(/Pellow|Tamsin/);
    // A card may be a card: until somebody says, it is not printed.
    expect([open.undecided > 0, main(open.bytes).includes('[undecided]')]).toEqual([true, true]);
    for (const { place, textHash, start, end } of await t.call('register.asks', { entryId: null, limit: 50 }))
      await t.call('register.decide', { place, textHash, start, end, entryId: null, everywhere: false });
    const settled = await t.core.read(readCopyToMake, { copyId: t.copies[1]!, code: 'TRYAGAIN' }, REVIEWER, t.at.now);
    const bytes = await panelPaper(settled.paper);
    expect([settled.undecided, main(bytes).includes('left a card')]).toEqual([0, true]);
    expect(checkWordFile(bytes, 'x.docx', register, { allowed: settled.kept }).clean).toBe(true);
    expect(checkWordFile(bytes, 'x.docx', register, {}).clean).toBe(false);
  });

  test('with real names it is not made while names are hidden', async () => {
    const t = await panelReview();
    await expect(t.make(t.copies[0]!, anonymised(REVIEWER))).rejects.toEqual(coded('identifiedOnly'));
    const rounds = await t.call('round.list', {}, anonymised(REVIEWER));
    expect(JSON.stringify(rounds)).not.toMatch(/Marsden|Trewartha/);
  });

  test('a filter that nothing matches makes no file', async () => {
    const t = await panelReview();
    const [round] = await t.call('round.list', {});
    await t.call('round.update', { id: t.round, rowVersion: round!.rowVersion, filter: { from: '2026-01-01' } });
    await expect(t.make(t.copies[0]!)).rejects.toEqual(coded('badInput'));
  });
});

/** The jobs whole, with their workers, as every door runs them. */
test('made, tried, sent, read and refused through a door', { timeout: 60_000 }, async () => {
  const t = testWorkbench();
  const service = t.workbench.connect('identified');
  const call = <N extends ProcedureName>(name: N, input: InputFor<N>): Promise<OutputOf<N>> =>
    service.call(name, input, { signal: new AbortController().signal, callId: name, onProgress: () => {} }) as Promise<never>;
  const person = { name: 'Ruth Calder', post: 'Independent Reviewer', role: 'reviewer' as const };
  const about = { place: 'panel.review', title: 'Child Q', profile: 'lcspr' as const, scopeFrom: null, scopeTo: null };
  await call('session.create', { ...about, passphrase: 'four ordinary words here', person });
  const csv = new TextEncoder().encode('Date,Event\n01/03/2024,Joanna Pellow seen at the desk.\n');
  await call('returns.import', { file: t.give('a.csv', csv), agency: 'Police', acceptProblems: true });
  await call('register.add', { id: newId(), kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B' });
  const [round, copy] = [newId(), newId()];
  const member = { id: copy, name: 'Helen Marsden', post: 'Named Nurse', agency: 'Pellow House School' };
  await call('register.add', {
    id: newId(),
    kind: 'organisation',
    realName: 'Pellow House School',
    aliases: [],
    pseudonym: 'School 1',
  });
  const asks = 'Look at what Joanna Pellow said.';
  const plain = { returnBy: null, senderName: '', senderPost: '', mode: 'comments' as const, filter: {}, filterWords: '' };
  await call('round.add', { id: round, asks, view: 'anonymised', ...plain, members: [member] });
  // A name in what is asked: the finished file is searched whole, and not handed over.
  await expect(call('panel.makeFile', { copyId: copy })).rejects.toEqual(coded('verifyFailed'));
  const [kept] = await call('round.list', {});
  expect(kept?.copies[0]?.files).toEqual([]);
  await call('round.update', { id: round, rowVersion: kept!.rowVersion, asks: 'Look at every entry.' });
  const made = await call('panel.makeFile', { copyId: copy });
  expect(made).toMatchObject({ name: 'Chronology for comment, round 1, copy 1.docx', entries: 1, undecided: 0 });
  const reply = wordReply(t.taken.get(made.file)!.bytes);
  reply.comment({ ref: 1, words: 'Adult B' }, { author: 'H Marsden', text: 'When?' });
  const file = t.give('Reply.docx', reply.bytes());
  expect(await call('panel.readReply', { file })).toMatchObject({ test: false, copyId: copy, comments: 1, added: 1, notes: [] });
  await expect(call('panel.readReply', { file: t.give('a.docx', csv) })).rejects.toEqual(coded('unsupportedFile'));

  const tried = await call('panel.testFile', {});
  const { bytes } = t.taken.get(tried.file)!;
  expect(validated(bytes, 'docx')).toEqual([]);
  const back = wordReply(bytes);
  back.comment({ ref: 1, words: 'painted green' }, { author: 'X', text: 'test' });
  back.type(2, 'test');
  expect(await call('panel.readReply', { file: t.give('Test.docx', back.bytes()) })).toMatchObject({
    test: true,
    comments: 1,
    typed: 1,
    added: 0,
  });
  expect((await call('remark.list', { show: 'all', limit: 9 })).total).toBe(1);
});

describe('a copy that comes back', () => {
  test('waits beside its entries as one step; the same file again adds nothing, a newer copy what is new; undo takes it out', async () => {
    const t = await panelReview();
    const made = await t.make(t.copies[0]!);
    const reply = wordReply(made.bytes);
    reply.comment({ ref: 3, words: 'asked who' }, { author: 'Somebody Else', text: 'She was told.', account: 'h.m@example.org' });
    reply.type(5, 'Not on our side.');
    const came = reply.bytes();
    expect(await t.read(came, 'renamed by the gateway.docx')).toMatchObject({ added: 2, known: 0 });
    expect(await t.read(came)).toMatchObject({ added: 0, known: 2 });
    const [first, second] = await all(t);
    expect(first).toMatchObject({
      ref: 3,
      author: 'Somebody Else',
      member: { name: 'Helen Marsden' },
      state: 'waiting',
      changedSince: false,
    });
    expect(second).toMatchObject({ ref: 5, kind: 'typed', author: null });
    reply.comment({ ref: 1, words: 'shouting' }, { author: 'Somebody Else', text: 'Crying.' });
    expect(await t.read(reply.bytes())).toMatchObject({ added: 1, known: 2 });
    const [round] = await t.call('round.list', {});
    expect(round?.copies[0]).toMatchObject({ remarks: 3, waiting: 3, replies: [{ added: 2 }, { added: 1, known: 2 }] });
    expect(await t.call('chronology.get', { id: first!.eventId! })).toMatchObject({ annotations: [] });
    await t.call('history.undo', {});
    expect(await all(t)).toHaveLength(2);
    expect((await t.core.verify()).problems).toEqual([]);
  });

  test('a file that no longer says whose it is asks; then it goes by what the person says', async () => {
    const t = await panelReview();
    const made = await t.make(t.copies[0]!);
    const reply = wordReply(made.bytes);
    reply.type(2, 'Noted.');
    reply.edit((xml) => xml.replace(/PL_[0-9A-Z]{8}_/g, 'X_').replace(/PL-[0-9A-Z]{4}-[0-9A-Z]{4}/g, ''));
    const parts = unzipSync(reply.bytes());
    const bytes = zipSync({
      ...parts,
      'word/footer1.xml': strToU8(strFromU8(parts['word/footer1.xml']!).replace(/PL-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '')),
    });
    await expect(t.read(bytes)).rejects.toEqual(coded('unknownCopy'));
    expect(await t.read(bytes, 'Reply.docx', t.copies[0])).toMatchObject({ copyId: t.copies[0], notPlaced: 0 });
    expect((await all(t))[0]).toMatchObject({ ref: 2, placedBy: 'reference', text: 'Noted.' });
  });

  test('several members in any order give the same remarks', async () => {
    const t = await panelReview();
    await trackedRound(t);
    await t.call('round.addCopy', {
      id: newId(),
      roundId: t.round,
      name: 'Tom Okoro',
      post: 'Head of Access',
      agency: 'Education',
    });
    const [round] = await t.call('round.list', {});
    const files: Uint8Array[] = [];
    for (const [i, copy] of round!.copies.entries()) {
      const { bytes } = await t.make(copy.id);
      const reply = wordReply(bytes);
      const own = reply.comment({ ref: 3, words: 'asked who' }, { author: `Member ${i}`, text: 'The same words.' });
      reply.change(4, 'nobody', i === 1 ? 'somebody' : 'no one');
      files.push(reply.bytes());
      // The same member again, later: one more reply, one comment resolved.
      reply.comment({ ref: 3, words: 'asked who' }, { author: 'Deputy', text: 'Agreed.', parent: own, resolved: true });
      reply.type(2, `Seen by ${i}.`);
      files.push(reply.bytes());
    }
    const state = async (): Promise<string> =>
      JSON.stringify(
        (await all(t))
          .map((remark) => {
            const { id: _id, rowVersion: _version, parentId, settled: _settled, ...said } = remark;
            return [said, parentId !== null];
          })
          .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
      );
    let expected: string | null = null;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          files.map((_, i) => i),
          { minLength: files.length },
        ),
        async (order) => {
          for (const i of order) await t.read(files[i]!);
          const now = await state();
          expected ??= now;
          expect(now).toBe(expected);
          for (let n = 0; n < order.length; n++) await t.call('history.undo', {}).catch(() => undefined);
          while ((await all(t)).length > 0) await t.call('history.undo', {});
        },
      ),
      { numRuns: 6 },
    );
    expect(JSON.parse(expected!)).toHaveLength(12);
  });
});

describe('what is made of a remark', () => {
  async function withReply(): Promise<PanelReview> {
    const t = await panelReview();
    await trackedRound(t);
    const { bytes } = await t.make(t.copies[0]!);
    const reply = wordReply(bytes);
    const own = reply.comment({ ref: 1, words: 'shouting', to: 'Quiet' }, { author: 'H M', text: 'Crying, by our record.' });
    reply.comment({ ref: 1, words: 'home' }, { author: 'Deputy', text: 'I agree.', parent: own });
    reply.comment({ words: 'Say what is missing.' }, { author: 'H M', text: 'The school visit.' });
    reply.change(5, 'broken window', 'cracked window');
    reply.strike(4, 'H M');
    await t.read(reply.bytes());
    return t;
  }
  const of = async (t: PanelReview, kind: string): Promise<PanelRemark> =>
    (await all(t, 'waiting')).find((remark) => remark.kind === kind && remark.parentId === null)!;

  test('an annotation under the member’s name, on each entry that it spans, with its replies; undo gives it back', async () => {
    const t = await withReply();
    const comment = await of(t, 'comment');
    expect(await t.call('remark.annotate', { remarks: named(comment) })).toEqual({ settled: 2 });
    const [first, second] = await Promise.all(
      [1, 2].map(async (ref) => (await t.call('chronology.find', { filter: {}, ref }))!.id),
    );
    for (const id of [first!, second!]) {
      const { annotations } = await t.call('chronology.get', { id });
      expect(annotations).toMatchObject([
        {
          person: 'Helen Marsden',
          post: 'Named Nurse',
          body: expect.stringMatching(/Crying, by our record\.\nReply: I agree\./),
        },
      ]);
    }
    expect((await all(t, 'settled')).map(({ state }) => state)).toEqual(['annotation', 'annotation']);
    await t.call('history.undo', {});
    expect(await all(t, 'settled')).toEqual([]);
    expect((await t.call('chronology.get', { id: first! })).annotations).toEqual([]);
  });

  test('a correction beside the original, with the member’s post as its source; the entry then says that it changed', async () => {
    const t = await withReply();
    const change = await of(t, 'change');
    expect(change).toMatchObject({ field: 'description', standing: change.before, untracked: false });
    await t.call('remark.correct', {
      id: change.id,
      rowVersion: change.rowVersion,
      correctionId: newId(),
      eventRowVersion: change.eventRowVersion!,
      field: 'description',
      to: change.after,
      reason: 'The photograph shows a crack.',
    });
    const { fields, corrections } = await t.call('chronology.get', { id: change.eventId! });
    expect(fields[0]).toMatchObject({ text: change.after, original: change.before });
    expect(corrections[0]?.reason).toBe(
      'From the review panel, round 1, copy 1 (Named Nurse, Ostermere Health Trust). The photograph shows a crack.',
    );
    expect((await all(t, 'settled'))[0]).toMatchObject({ state: 'correction', changedSince: true });
  });

  test('a challenge, an answer, set aside with a reason, opened again; settled twice is refused', async () => {
    const t = await withReply();
    const struck = await of(t, 'leaveOut');
    await t.call('remark.challenge', { remarks: named(struck) });
    expect((await t.call('challenge.list', { eventId: struck.eventId }))[0]?.challenge).toMatchObject({
      claim: 'Would leave this entry out.',
      person: 'Helen Marsden',
      post: 'Named Nurse',
      sought: null,
      state: 'open',
    });
    await expect(t.call('remark.setAside', { remarks: named(struck), reason: 'x' })).rejects.toEqual(coded('versionConflict'));
    const change = await of(t, 'change');
    expect(await t.call('remark.setAside', { remarks: named(change), reason: 'The agency was asked and stands by it.' })).toEqual(
      { settled: 1 },
    );
    const [again] = (await all(t, 'settled')).filter(({ id }) => id === change.id);
    await expect(t.call('remark.answer', { remarks: named(again!), answer: 'x' })).rejects.toEqual(coded('badInput'));
    await t.call('remark.reopen', { remarks: named(again!) });
    const open = await of(t, 'change');
    expect(await t.call('remark.answer', { remarks: named(open), answer: 'It is the agency’s word.' })).toEqual({ settled: 1 });
  });

  test('what has no place is placed by hand before anything is made of it', async () => {
    const t = await withReply();
    const general = (await all(t, 'waiting')).find(({ eventId }) => eventId === null)!;
    await expect(t.call('remark.annotate', { remarks: named(general) })).rejects.toEqual(coded('badInput'));
    await t.call('remark.place', { id: general.id, rowVersion: general.rowVersion, ref: 2 });
    const placed = (await all(t, 'waiting')).find(({ id }) => id === general.id)!;
    expect(placed).toMatchObject({ ref: 2, placedBy: 'person' });
    expect(await t.call('remark.annotate', { remarks: named(placed) })).toEqual({ settled: 1 });
    await expect(t.call('remark.place', { id: general.id, rowVersion: placed.rowVersion + 1, ref: 99 })).rejects.toEqual(
      coded('notFound'),
    );
  });

  test('undoing the reading is refused once something was made of it', async () => {
    const t = await withReply();
    await t.call('remark.challenge', { remarks: named(await of(t, 'leaveOut')) });
    await t.call('history.undo', {});
    await t.call('history.undo', {});
    expect(await all(t)).toEqual([]);
  });

  test('an anonymised session reads remarks without names and corrects nothing', async () => {
    const t = await withReply();
    const { remarks } = await t.call('remark.list', { show: 'all', limit: 50 }, anonymised(REVIEWER));
    expect(JSON.stringify(remarks)).not.toMatch(/Marsden|Pellow|H M|Deputy/);
    const change = remarks.find(({ kind }) => kind === 'change')!;
    const input = {
      id: change.id,
      rowVersion: change.rowVersion,
      correctionId: newId(),
      eventRowVersion: change.eventRowVersion!,
      field: 'description' as const,
      to: 'x',
      reason: '',
    };
    await expect(t.call('remark.correct', input, anonymised(REVIEWER))).rejects.toEqual(coded('identifiedOnly'));
  });
});

test('rounds and copies are added, changed, sent and removed; what a file was made for stays', async () => {
  const t = await panelReview();
  const [round] = await t.call('round.list', {});
  const [first, second] = round!.copies;
  await t.call('round.changeCopy', { id: first!.id, rowVersion: first!.rowVersion, sentOn: '2026-11-20', post: 'Lead Nurse' });
  await t.call('round.removeCopy', { id: second!.id, rowVersion: second!.rowVersion });
  await t.make(first!.id);
  const [now] = await t.call('round.list', {});
  expect(now?.copies).toMatchObject([{ sentOn: '2026-11-20', member: { post: 'Lead Nurse' } }]);
  await expect(t.call('round.remove', { id: t.round, rowVersion: now!.rowVersion })).rejects.toEqual(coded('stillUsed'));
  const id = newId();
  const input = {
    id,
    asks: 'Look.',
    returnBy: null,
    senderName: '',
    senderPost: '',
    view: 'anonymised' as const,
    mode: 'comments' as const,
    filter: {},
    filterWords: '',
    members: [],
  };
  const { number } = await t.call('round.add', input);
  await expect(t.call('round.add', input)).rejects.toEqual(coded('alreadyExists'));
  expect(number).toBe(2);
  const [newest] = await t.call('round.list', {});
  await t.call('round.remove', { id, rowVersion: newest!.rowVersion });
  expect(await t.call('round.list', {})).toHaveLength(1);
});
