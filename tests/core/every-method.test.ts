import { describe, expect, test } from 'vitest';
import { LEAST_PASSPHRASE } from '#core/review-file/open-review.ts';
import type { InputFor, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import { newId } from '#shared/kernel/ids.ts';
import { NODE_TYPES, type EditorBlock } from '#shared/richtext/schema.ts';
import { textHash } from '#shared/redaction/text-hash.ts';
import { wordFile } from './word-with-text.ts';
import { MANAGER, openTest, PANEL, testWorkbench, withEntries, type TestCore, type TestWorkbench } from './harness.ts';

/** Each method once at its plain work, and the refusals that no other test comes to. */
const coded = (code: string): unknown => expect.objectContaining({ code });

async function finding(t: TestCore, statement: string): Promise<string> {
  const id = newId();
  await t.call('finding.add', { id, kind: 'practice', statement, why: '', question: null });
  return id;
}

describe('the analysis', () => {
  test('themes: added, defined, moved, tagged and removed; one with themes below it stays', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 3);
    const home = await t.call('theme.add', { id: newId(), parentId: null, name: 'Home', definition: '' }, PANEL);
    const cold = await t.call('theme.add', { id: newId(), parentId: home.id, name: 'Cold', definition: '' }, PANEL);
    await expect(t.call('theme.add', { id: newId(), parentId: null, name: 'HOME', definition: '' })).rejects.toEqual(
      coded('alreadyExists'),
    );
    const defined = await t.call('theme.update', { id: cold.id, rowVersion: cold.rowVersion, definition: 'No heating.' }, PANEL);
    expect(defined.definition).toBe('No heating.');
    await expect(t.call('theme.remove', { id: home.id, rowVersion: home.rowVersion })).rejects.toEqual(coded('stillUsed'));
    await expect(t.call('theme.remove', { id: home.id, rowVersion: home.rowVersion }, PANEL)).rejects.toEqual(
      coded('notAllowed'),
    );
    expect(await t.call('tag.set', { themeId: cold.id, eventIds: eventIds.slice(0, 2), on: true }, PANEL)).toEqual({
      changed: 2,
    });
    expect((await t.call('theme.list', {})).map((theme) => [theme.name, theme.entries])).toEqual([
      ['Home', 0],
      ['Cold', 2],
    ]);
    expect(await t.call('theme.remove', { id: cold.id, rowVersion: defined.rowVersion })).toEqual({ tagsRemoved: 2 });
    expect(await t.call('history.state', {})).toMatchObject({ undo: 'Remove a theme' });
    await t.call('history.undo', {});
    expect((await t.call('theme.list', {})).find((theme) => theme.name === 'Cold')?.entries).toBe(2);
    await t.call('history.redo', {});
    expect(await t.call('theme.list', {})).toHaveLength(1);
  });

  test('the thread: evidence, finding, recommendation, action, walked both ways; what is leant on stays', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 2);
    const first = await finding(t, 'Nobody asked the child.');
    const second = await finding(t, 'Letters crossed.');
    await t.call('finding.move', { id: second, to: 0 });
    expect((await t.call('finding.list', {})).map((row) => row.id)).toEqual([second, first]);
    const row = (await t.call('finding.list', {})).find((f) => f.id === first)!;
    await t.call('finding.update', { id: first, rowVersion: row.rowVersion, why: 'Visits were short.' });
    expect(await t.call('evidence.set', { findingId: first, eventIds, stance: 'for', note: null })).toEqual({ changed: 2 });
    expect((await t.call('evidence.list', { findingId: first })).map((e) => e.eventId)).toEqual(eventIds);
    const recommendation = await t.call('recommendation.add', { id: newId(), text: 'Ask the child.', findingIds: [first] });
    const other = await t.call('recommendation.add', { id: newId(), text: 'Write once.' });
    await t.call('recommendation.move', { id: other.id, to: 0 });
    expect((await t.call('recommendation.list', {})).map((r) => [r.number, r.text])).toEqual([
      [1, 'Write once.'],
      [2, 'Ask the child.'],
    ]);
    const action = await t.call(
      'action.add',
      { id: newId(), recommendationId: recommendation.id, text: 'Train all visitors.' },
      MANAGER,
    );
    const more = await t.call('action.add', { id: newId(), recommendationId: recommendation.id, text: 'Audit visits.' }, MANAGER);
    await t.call('action.move', { id: more.id, to: 0 }, MANAGER);
    const rows = await t.call('action.rows', {});
    expect(rows.map((a) => [a.number, a.text])).toEqual([
      ['2.1', 'Audit visits.'],
      ['2.2', 'Train all visitors.'],
    ]);
    const audited = rows[0]!;
    const changed = await t.call('action.update', { id: audited.id, rowVersion: audited.rowVersion, status: 'amber' }, MANAGER);
    expect(changed.status).toBe('amber');
    const thread = await t.call('thread.of', { table: 'finding', id: first });
    expect(thread.before.map((node) => node.id).sort()).toEqual([...eventIds].sort());
    expect(thread.after.map((node) => node.id)).toEqual(expect.arrayContaining([recommendation.id, action.id]));
    const loose = await t.call('thread.looseEnds', {});
    expect(loose.findingsWithoutEvidence.map((node) => node.id)).toEqual([second]);
    expect(loose.recommendationsWithoutFinding.map((node) => node.id)).toEqual([other.id]);
    const now = (await t.call('finding.list', {})).find((f) => f.id === first)!;
    await expect(t.call('finding.remove', { id: first, rowVersion: now.rowVersion })).rejects.toEqual(coded('stillUsed'));
    const kept = (await t.call('recommendation.list', {})).find((r) => r.id === recommendation.id)!;
    await expect(t.call('recommendation.remove', { id: kept.id, rowVersion: kept.rowVersion })).rejects.toEqual(
      coded('stillUsed'),
    );
    await t.call('action.remove', { id: changed.id, rowVersion: changed.rowVersion }, MANAGER);
    const spare = (await t.call('recommendation.list', {})).find((r) => r.id === other.id)!;
    await t.call('recommendation.update', { id: spare.id, rowVersion: spare.rowVersion, placed: false });
    const unplaced = (await t.call('recommendation.list', {})).find((r) => r.id === other.id)!;
    expect(unplaced.number).toBeNull();
    await t.call('recommendation.remove', { id: unplaced.id, rowVersion: unplaced.rowVersion });
    const empty = (await t.call('finding.list', {})).find((f) => f.id === second)!;
    await t.call('finding.remove', { id: second, rowVersion: empty.rowVersion });
    expect((await t.call('action.list', {})).map((line) => line.number)).toEqual(['1', '1.1']);
  });

  test('the draft: every kind of node is taken, kept and given back as it was; nothing else is taken', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 1);
    const base = { version: 1, direction: null, format: '' as const, indent: 0 };
    const text = (words: string) => ({
      type: 'text' as const,
      version: 1,
      text: words,
      format: 0,
      detail: 0,
      mode: 'normal' as const,
      style: '' as const,
    });
    const recommendation = await t.call('recommendation.add', { id: newId(), text: 'Ask the child.' });
    const blocks: EditorBlock[] = [
      {
        ...base,
        type: 'paragraph',
        children: [
          text('As on '),
          { type: 'event-ref', version: 1, eventId: eventIds[0]! },
          { type: 'linebreak', version: 1 },
          { type: 'finding-ref', version: 1, findingId: await finding(t, 'Nobody asked.') },
        ],
      },
      { ...base, type: 'heading', tag: 'h2', children: [text('What we found')] },
      { ...base, type: 'quote', children: [text('I was cold.')] },
      {
        ...base,
        type: 'list',
        listType: 'number',
        start: 1,
        tag: 'ol',
        children: [{ ...base, type: 'listitem', value: 1, children: [text('One')] }],
      },
      { type: 'recommendation', version: 1, recommendationId: recommendation.id },
    ];
    const put = blocks.map((json, i) => ({ id: newId(), position: i, json, rowVersion: 0 }));
    await t.call('draft.save', { section: 'recommendations', put, remove: [] });
    expect((await t.call('draft.get', { section: 'recommendations' })).map((block) => block.json)).toEqual(blocks);
    expect(await t.call('draft.seal', { section: 'recommendations' })).toEqual({ blocks: 5 });
    const sealed = await t.call('draft.get', { section: 'recommendations' });
    expect(sealed.map((block) => block.json)).toEqual(blocks);
    const words = JSON.stringify(sealed);
    for (const type of NODE_TYPES) expect(words).toContain(`"type":"${type}"`);
    await expect(t.call('draft.save', { section: 'recommendations', put: [put[0]!], remove: [] })).rejects.toEqual(
      coded('versionConflict'),
    );
    const foreign = { ...put[1]!, id: newId(), json: { ...base, type: 'image', src: 'x' } as unknown as EditorBlock };
    await expect(t.call('draft.save', { section: 'recommendations', put: [foreign], remove: [] })).rejects.toEqual(
      coded('badInput'),
    );
  });
});

describe('entries, returns and the register', () => {
  test('an entry by hand, its neighbours, its annotations, and only their own author changes them', async () => {
    const t = await openTest();
    const { agencyId, eventIds } = await withEntries(t, 3);
    await t.call('chronology.add', { id: newId(), agencyId, date: '2 March 2024', description: 'By hand.' }, MANAGER);
    expect(await t.call('chronology.neighbour', { id: eventIds[0]!, direction: 'previous', sameAgency: true })).toBeNull();
    const event = await t.call('chronology.get', { id: eventIds[0]! });
    const note = await t.call(
      'annotation.add',
      { id: newId(), eventId: event.id, eventRowVersion: event.rowVersion, body: 'Our record differs.' },
      PANEL,
    );
    await expect(
      t.call('annotation.edit', { id: note.id, rowVersion: note.rowVersion, body: 'Mine now.' }, MANAGER),
    ).rejects.toEqual(coded('notAllowed'));
    const edited = await t.call('annotation.edit', { id: note.id, rowVersion: note.rowVersion, body: 'It was the 3rd.' }, PANEL);
    expect((await t.call('annotation.listForEvent', { eventId: event.id })).map((a) => a.body)).toEqual(['It was the 3rd.']);
    await t.call('annotation.remove', { id: note.id, rowVersion: edited.rowVersion }, PANEL);
    expect(await t.call('annotation.listForEvent', { eventId: event.id })).toEqual([]);
    await expect(t.call('chronology.get', { id: newId() })).rejects.toEqual(coded('notFound'));
    const lines = await t.call('chronology.lines', { filter: {}, from: null, limit: 10 });
    expect(lines.lines.find((line) => line.description === 'By hand.')?.provenance).toEqual([]);
  });

  test('a return: its rows as they stood, its problems; withdrawn and put back', async () => {
    const t = await openTest();
    await withEntries(t, 4);
    const [entry] = await t.call('returns.list', {});
    expect(await t.call('returns.problems', { id: entry!.id })).toEqual([]);
    const rows = await t.call('returns.rows', { id: entry!.id, table: 1, around: 2, limit: 2 });
    expect(rows[0]!.cells.map((cell) => cell.column)).toEqual(['Date', 'Event']);
    expect(await t.call('returns.withdraw', { id: entry!.id, rowVersion: entry!.rowVersion }, MANAGER)).toEqual({ hidden: 4 });
    const [gone] = await t.call('returns.list', {});
    expect(gone!.state).toBe('withdrawn');
    expect(await t.call('returns.restore', { id: entry!.id, rowVersion: gone!.rowVersion }, MANAGER)).toEqual({ shown: 4 });
    expect((await t.call('review.overview', {})).entries).toBe(4);
  });

  test('the register: a line tried both ways, a mention asked and settled; one with settled mentions stays', async () => {
    const t = await openTest();
    const line = 'Ms Pellow rang about the boiler.';
    const { eventIds } = await withEntries(t, 1, () => line);
    const one = await t.call(
      'register.add',
      { id: newId(), kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B' },
      MANAGER,
    );
    const two = await t.call(
      'register.add',
      { id: newId(), kind: 'person', realName: 'Ruth Pellow', aliases: [], pseudonym: 'Adult C' },
      MANAGER,
    );
    expect((await t.call('register.tryLine', { text: 'Joanna Pellow rang.', place: null })).anonymised).toBe('Adult B rang.');
    const [ask] = await t.call('register.asks', { entryId: null, limit: 10 });
    expect([...ask!.candidates].sort()).toEqual([one.id, two.id].sort());
    const place = { table: 'event', id: eventIds[0]!, field: 'description' };
    const span = { place, textHash: textHash(line), start: ask!.start, end: ask!.end };
    expect(await t.call('register.decide', { ...span, entryId: one.id, everywhere: false }, MANAGER)).toEqual({ settled: 1 });
    expect(await t.call('register.asks', { entryId: null, limit: 10 })).toEqual([]);
    const renamed = await t.call('register.update', { ...one, role: 'mother' }, MANAGER);
    expect(renamed.role).toBe('mother');
    await expect(t.call('register.remove', { id: one.id, rowVersion: renamed.rowVersion }, MANAGER)).rejects.toEqual(
      coded('stillUsed'),
    );
    expect(await t.call('register.remove', { id: two.id, rowVersion: two.rowVersion }, MANAGER)).toEqual({ id: two.id });
  });

  test('a settlement in a publication is taken back, and blocks again', async () => {
    const t = await openTest();
    const text = 'Teach staff what was learnt about Joanna Pellow.';
    const child = await t.call(
      'register.add',
      { id: newId(), kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B' },
      MANAGER,
    );
    const action = await t.call('action.add', { id: newId(), recommendationId: null, text }, MANAGER);
    const start = text.indexOf('Joanna');
    const span = { textHash: textHash(text), start, end: start + 'Joanna Pellow'.length };
    const place = { table: 'action', id: action.id, field: 'text' };
    const blocked = async (): Promise<string[]> =>
      (await t.call('publish.preview', { kind: 'actionsOnly', on: null })).blocked.map((issue) => issue.where.label);
    expect(await blocked()).toContain('Action 1');
    const remedy = { id: newId(), place, ...span, entryId: child.id, action: 'pseudonym' as const, reason: 'The mother.' };
    await t.call('publish.remedy', remedy, MANAGER);
    expect(await blocked()).not.toContain('Action 1');
    const [kept] = await t.call('publish.remedies', {});
    await t.call('publish.removeRemedy', { id: kept!.id, rowVersion: kept!.rowVersion }, MANAGER);
    expect(await t.call('publish.remedies', {})).toEqual([]);
    expect(await blocked()).toContain('Action 1');
  });

  test('agencies and the facts of the review are changed by a manager, on the version that was seen', async () => {
    const t = await openTest();
    const agency = await t.call('agency.add', { name: 'Oster Homes' }, MANAGER);
    expect((await t.call('agency.add', { name: 'oster homes' }, MANAGER)).id).toBe(agency.id);
    const renamed = await t.call('agency.update', { id: agency.id, rowVersion: agency.rowVersion, letters: 'OH' }, MANAGER);
    expect((await t.call('agency.list', {})).map((row) => row.letters)).toEqual(['OH']);
    await expect(
      t.call('agency.update', { id: agency.id, rowVersion: agency.rowVersion, letters: 'XX' }, MANAGER),
    ).rejects.toEqual(coded('versionConflict'));
    expect(renamed.letters).toBe('OH');
    const review = await t.call('review.get', {});
    await expect(t.call('review.update', { rowVersion: review.rowVersion, title: 'Child W' }, PANEL)).rejects.toEqual(
      coded('notAllowed'),
    );
    await t.call('review.update', { rowVersion: review.rowVersion, title: 'Child W' }, MANAGER);
    expect((await t.call('review.get', {})).title).toBe('Child W');
    expect((await t.call('history.list', { before: null, limit: 10 })).items[0]).toMatchObject({
      command: 'review.update',
      undoable: true,
    });
  });
});

describe('the workbench', () => {
  type Call = <N extends ProcedureName>(name: N, input: InputFor<N>) => Promise<OutputOf<N>>;
  const caller = (bench: TestWorkbench): Call => {
    const service = bench.workbench.connect();
    return async (name, input) =>
      (await service.call(name, input, { signal: new AbortController().signal, callId: 'x', onProgress: () => {} })) as never;
  };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('a review from its making to its closing: sheet, copy, lock, another passphrase, jobs over files', async () => {
    const bench = testWorkbench();
    const call = caller(bench);
    await expect(call('review.get', {})).rejects.toEqual(coded('notOpen'));
    const passphrase = 'four ordinary words here';
    const person = { name: 'Nadia Fenwick-Osei', post: 'Independent Reviewer', role: 'reviewer' as const };
    const make = {
      place: 'the place.review',
      title: 'Child V',
      profile: 'lcspr' as const,
      scopeFrom: null,
      scopeTo: null,
      person,
    };
    await expect(call('session.create', { ...make, passphrase: 'x'.repeat(LEAST_PASSPHRASE - 1) })).rejects.toEqual(
      coded('weakPassphrase'),
    );
    const { reviewId, recoverySheet } = await call('session.create', { ...make, passphrase });
    expect(await call('session.recoverySheet', { passphrase })).toMatchObject({ rawKey: recoverySheet.rawKey });
    await call('session.setPerson', { ...person, name: 'Someone Else', role: 'businessManager' });
    expect((await call('session.get', {})).person?.name).toBe('Someone Else');
    await call('session.setPerson', person);

    const file = (): string => bench.give('Police.csv', bytes('Date,Event\n01/03/2024,Joanna Pellow seen.\n'));
    expect(await call('returns.preview', { file: file(), agency: 'Police' })).toMatchObject({ entries: 1, earlier: null });
    const made = await call('returns.import', { file: file(), agency: 'Police', acceptProblems: false });
    const original = await call('returns.original', { id: made.returnId! });
    expect(new TextDecoder().decode(bench.taken.get(original.file)!.bytes)).toContain('Joanna Pellow seen.');
    await call('register.import', {
      entries: [{ id: 'p', kind: 'person', realName: 'Joanna Pellow', aliases: [], pseudonym: 'Adult B' }],
    });
    expect(await call('register.recount', {})).toEqual({ mentions: 1, ask: 0 });
    expect((await call('action.read', { text: '1. Ask the child.\n2. Write once.' })).items).toHaveLength(2);
    const letter = bench.give('Letter.docx', wordFile('A letter about Joanna Pellow.'));
    expect(await call('publish.check', { file: letter })).toMatchObject({ clean: false });
    expect((await call('review.verify', {})).ok).toBe(true);
    expect((await call('review.export', {})).parts.map((part) => part.name)).toContain('registerEntry.jsonl');
    expect((await call('session.saveCopy', {})).file).toMatch(/\.review$/);
    expect((await call('session.help', {})).length).toBeGreaterThan(3);

    await call('session.setView', { view: 'anonymised' });
    await expect(call('review.export', {})).rejects.toEqual(coded('identifiedOnly'));
    await call('session.setView', { view: 'identified' });
    await call('session.lock', {});
    await expect(call('review.get', {})).rejects.toEqual(coded('locked'));
    expect(await call('session.unlock', { passphrase })).toEqual({ reviewId });
    const sheet = await call('session.changePassphrase', { passphrase, newPassphrase: 'four other plain words' });
    expect(sheet.rawKey).not.toBe(recoverySheet.rawKey);
    await call('session.close', {});
    await expect(call('session.open', { place: make.place, passphrase })).rejects.toEqual(coded('wrongPassphrase'));
    expect(await call('session.open', { place: make.place, recovery: sheet.rawKey })).toEqual({ reviewId });
    expect((await call('session.recent', {})).length).toBe(1);
  });

  test('the sample opens as a review of its own', async () => {
    const bench = testWorkbench();
    const call = caller(bench);
    await call('session.openSample', {});
    expect((await call('review.overview', {})).entries).toBe(312);
    const { entries, shown } = await call('accounts.propose', {});
    expect([entries, shown > 30]).toEqual([312, true]);
    // What is grouped already waits no more.
    const status = await call('accounts.status', {});
    expect(status).toMatchObject({ groups: 6, stale: false });
    expect(status.shown > 30 && status.shown < shown).toBe(true);
  });
});
