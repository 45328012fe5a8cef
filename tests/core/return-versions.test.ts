import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addReturn, compareReturn } from '#core/features/returns/steps.ts';
import type { EventLine } from '#shared/model/chronology-event.ts';
import { newId } from '#shared/kernel/ids.ts';
import { dump, MANAGER, openTest, PANEL, REVIEWER, tempFolder, type TestCore } from './harness.ts';
import { makeDocx, paragraph, table } from '../fixtures/returns/make-docx.ts';
import { stagedOf } from './staged.ts';

const AGENCY = 'Oster Community Health';
type Entry = readonly [date: string, source: string, text: string];
const csv = (rows: readonly Entry[], head = 'Date,Professional,Event'): Uint8Array =>
  new TextEncoder().encode(`${head}\n${rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`);

const FIRST: readonly Entry[] = [
  ['04/03/2024', 'HV Rushby', 'Transfer-in visit, boxes still packed.'],
  ['19/03/2024', 'HV Rushby', 'Two year review booked by letter, no answer.'],
  ['02/04/2024', 'Duty', 'Mother rang about damp in the bedroom.'],
  ['23/04/2024', 'Nursery nurse', 'Weighed in clinic, 12.4 kg.'],
  ['14/05/2024', 'HV Rushby', 'Home visit, nobody in, card left.'],
];

const put = (t: TestCore, rows: readonly Entry[], file = 'health v1.csv', replaces?: string | null, head?: string) =>
  importVersion(t, csv(rows, head), file, replaces);
async function importVersion(t: TestCore, bytes: Uint8Array, file: string, replaces?: string | null) {
  return t.core.write(
    addReturn,
    { staged: stagedOf(bytes, file, AGENCY), bytes, replaces, agencyGiven: true },
    MANAGER,
    t.at.now,
  );
}
async function lines(t: TestCore): Promise<EventLine[]> {
  return (await t.call('chronology.lines', { filter: {}, from: null, limit: 500 })).lines;
}
const counts = ({ added, changed, removed, unchanged }: Record<'added' | 'changed' | 'removed' | 'unchanged', number>) => [
  added,
  changed,
  removed,
  unchanged,
];

describe('a corrected return', () => {
  test('is applied as a diff whatever its file is called: ids and numbers stay, order follows the dates, provenance is the newest', async () => {
    const t = await openTest();
    const first = await put(t, FIRST);
    const before = await lines(t);
    const second = await put(
      t,
      [
        FIRST[0]!,
        ['03/04/2024', 'Duty', 'Mother rang about damp in the bedroom and kitchen.'],
        FIRST[3]!,
        ['02/05/2024', 'GP', 'Letter from clinic read and filed.'],
        ['30/04/2024', 'HV Rushby', 'Home visit, nobody in, card left.'],
      ],
      'quite another name.csv',
      first.returnId,
    );
    expect([second.returnId, counts(second)]).toEqual([first.returnId, [1, 2, 1, 2]]);
    const after = await lines(t);
    expect(
      after.map((line) => [line.ref, line.date.earliest, line.provenance[0]?.row, line.provenance[0]?.returnVersion]),
    ).toEqual([
      [1, '2024-03-04', 2, 2],
      [3, '2024-04-03', 3, 2],
      [4, '2024-04-23', 4, 2],
      [5, '2024-04-30', 6, 2],
      [6, '2024-05-02', 5, 2],
    ]);
    expect(after.filter(({ ref }) => ref <= 5).map(({ id }) => id)).toEqual([
      before[0]!.id,
      ...before.slice(2).map(({ id }) => id),
    ]);
    expect(after[1]!.provenance).toMatchObject([{ file: 'quite another name.csv', returnId: first.returnId }]);
    const versions = await t.call('returns.versions', { id: first.returnId! });
    expect(versions.map((one) => [one.returnVersion, one.file, one.counts?.changed ?? null])).toEqual([
      [2, 'quite another name.csv', 2],
      [1, 'health v1.csv', null],
    ]);
    const said = await t.call('returns.entryVersions', { eventId: before[2]!.id });
    expect(said.map((row) => [row.returnVersion, row.row, row.cells.find(({ column }) => column === 'Event')?.text])).toEqual([
      [2, 3, 'Mother rang about damp in the bedroom and kitchen.'],
      [1, 4, 'Mother rang about damp in the bedroom.'],
    ]);
    const firstRows = await t.call('returns.rows', { id: first.returnId!, returnVersion: 1, table: 1, around: 1, limit: 50 });
    expect(firstRows.map((row) => row.eventId).filter(Boolean)).toHaveLength(5);
    expect(await t.call('returns.rows', { id: first.returnId!, table: 1, around: 1, limit: 50 })).toHaveLength(5);
    // The search index and the weekly counts followed.
    expect((await t.core.verify()).problems).toEqual([]);
    expect((await t.call('returns.list', {})).map((one) => [one.returnVersion, one.events, one.file])).toEqual([
      [2, 5, 'quite another name.csv'],
    ]);
  });

  test('of the same name is compared by itself; the same bytes change nothing; replaced bytes come back only when asked', async () => {
    const t = await openTest();
    const first = await put(t, FIRST);
    const again = await put(t, FIRST);
    expect([again.returnId, counts(again), again.problems.at(-1)?.code]).toEqual([first.returnId, [0, 0, 0, 5], 'sameAsBefore']);
    expect(await t.call('history.state', {}, MANAGER)).toMatchObject({ undo: 'Add a return' });
    expect(counts(await put(t, FIRST.slice(1)))).toEqual([0, 0, 1, 4]);
    await expect(put(t, FIRST, 'renamed.csv')).rejects.toMatchObject({ code: 'secondVersion', details: { version: 1 } });
    expect(counts(await put(t, FIRST, 'renamed.csv', first.returnId))).toEqual([1, 0, 0, 4]);
    // The entry that had gone is the same entry again.
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 2, 3, 4, 5]);
    const other = await put(t, [['01/06/2024', 'GP', 'A different story altogether here.']], 'new file.csv');
    expect([other.returnId === first.returnId, counts(other)]).toEqual([false, [1, 0, 0, 0]]);
    await expect(put(t, FIRST, 'x.csv', newId())).rejects.toMatchObject({ code: 'notFound' });
  });

  test('whose columns are renamed, in another order, or more, is matched all the same', async () => {
    const t = await openTest();
    const first = await put(
      t,
      FIRST.map(([date, source, text]) => [date, source, text]),
      'a.csv',
      undefined,
      'Date,Professional,Event',
    );
    const swapped = FIRST.map(([date, source, text]): Entry => [text, date, source]);
    const second = await put(t, swapped, 'b.csv', first.returnId, 'What happened,Date of contact,Source');
    expect(counts(second)).toEqual([0, 0, 0, 5]);
    const wider = new TextEncoder().encode(
      `No,What happened,Date of contact,Source,Room\n${FIRST.map(([date, source, text], i) => `${i + 1},"${text}",${date},${source},${i === 2 ? 'Blue' : ''}`).join('\n')}\n`,
    );
    expect(counts(await importVersion(t, wider, 'c.csv', first.returnId))).toEqual([0, 1, 0, 4]);
    expect((await lines(t))[2]!.other).toEqual({ No: '3', Room: 'Blue' });
  });

  test('as Word tables at first and as a CSV file later is the same return', async () => {
    const t = await openTest();
    const head = ['Date', 'Professional', 'Event'];
    const word = makeDocx(table([head, ...FIRST.slice(0, 3)]) + paragraph('') + table([head, ...FIRST.slice(3)]));
    const first = await importVersion(t, word, 'health.docx');
    expect([first.tables, first.added]).toEqual([2, 5]);
    const second = await put(t, [...FIRST.slice(0, 4), ['15/05/2024', FIRST[4]![1], FIRST[4]![2]]], 'health.csv', first.returnId);
    expect(counts(second)).toEqual([0, 1, 0, 4]);
    expect((await lines(t)).map((line) => [line.ref, line.provenance[0]?.table, line.provenance[0]?.row])).toEqual(
      [1, 2, 3, 4, 5].map((ref) => [ref, 1, ref + 1]),
    );
    expect((await t.call('returns.versions', { id: first.returnId! })).map((one) => one.format)).toEqual(['csv', 'docx']);
  });

  test('with columns for agencies: one more agency, one fewer', async () => {
    const t = await openTest();
    const file = (...rows: string[]): Uint8Array => new TextEncoder().encode(`Agency,Date,Event\n${rows.join('\n')}\n`);
    const police = 'Police,01/05/2024,Door knocked and nobody came.';
    const first = await importVersion(t, file(police, 'Housing,02/05/2024,Letter about the boiler.'), 'joint.csv');
    const second = await importVersion(
      t,
      file(police, 'School,02/05/2024,Letter about the boiler.'),
      'joint 2.csv',
      first.returnId,
    );
    expect([second.agencies, counts(second)]).toEqual([
      ['Police', 'School'],
      [0, 1, 0, 1],
    ]);
    expect((await lines(t)).map((line) => [line.ref, line.agency])).toEqual([
      [1, 'Police'],
      [2, 'School'],
    ]);
  });

  test('nil at first and real later; real at first and nil later', async () => {
    const t = await openTest();
    const nil = new TextEncoder().encode('Date,Event\n,Nil return\n');
    const first = await importVersion(t, nil, 'housing.csv');
    expect(first.added).toBe(0);
    const second = await put(t, FIRST, 'housing by address.csv', first.returnId);
    expect(counts(second)).toEqual([5, 0, 0, 0]);
    expect(await t.call('returns.list', {})).toMatchObject([{ state: 'in', events: 5, returnVersion: 2 }]);
    expect(counts(await importVersion(t, nil, 'housing again.csv', first.returnId))).toEqual([0, 0, 5, 0]);
    expect(await t.call('returns.list', {})).toMatchObject([{ state: 'nil', events: 0, returnVersion: 3 }]);
    expect(await lines(t)).toEqual([]);
  });
});

/** Work of every kind on the entries of a return. */
async function workOnAll(t: TestCore, ids: readonly string[]): Promise<void> {
  const theme = await t.call('theme.add', { id: newId(), parentId: null, name: `Seen ${ids.length}`, definition: '' }, PANEL);
  const finding = newId();
  await t.call('finding.add', { id: finding, kind: 'practice', statement: 'Nobody came back.', why: '', question: null });
  await t.call('tag.set', { themeId: theme.id, eventIds: [...ids], on: true }, PANEL);
  await t.call('evidence.set', { findingId: finding, eventIds: [...ids], stance: 'for', note: null });
}
const versionOf = async (t: TestCore, id: string): Promise<number> => (await t.call('chronology.get', { id })).rowVersion;

describe('what people did to an entry', () => {
  test('stays on it; one that vanished is asked about and stays until a person says; untouched ones are hidden, never deleted', async () => {
    const t = await openTest();
    const first = await put(t, FIRST);
    const before = await lines(t);
    const id = (i: number): string => before[i]!.id;
    await workOnAll(t, [id(1), id(2)]);
    const note = await t.call(
      'annotation.add',
      { id: newId(), eventId: id(2), eventRowVersion: await versionOf(t, id(2)), body: 'Which room?' },
      PANEL,
    );
    const second = await put(
      t,
      [FIRST[0]!, ['02/04/2024', 'Duty', 'Mother rang about damp in both bedrooms.']],
      'v2.csv',
      first.returnId,
    );
    expect(counts(second)).toEqual([0, 1, 2, 1]);
    expect(second.problems.map(({ code }) => code)).toContain('askedAbout');
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 2, 3]);
    const kept = await t.call('chronology.get', { id: id(2) });
    expect([kept.themeIds.length, kept.annotations.map((one) => one.id), kept.findings.length]).toEqual([1, [note.id], 1]);
    const [question, ...more] = await t.call('returns.questions', { openOnly: true });
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      kind: 'vanished',
      ref: 2,
      returnVersion: 2,
      work: ['1 theme tag', '1 finding'],
      answer: null,
    });
    // The hidden ones are still there, by id, with their rows.
    expect((await t.call('chronology.get', { id: id(4) })).sources).toMatchObject([{ returnVersion: 1, row: 6 }]);
    const hidden = await t.call(
      'returns.answer',
      { id: question!.id, rowVersion: question!.rowVersion, answer: 'hide' },
      MANAGER,
    );
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 3]);
    await expect(
      t.call('returns.answer', { id: question!.id, rowVersion: question!.rowVersion, answer: 'keep' }, MANAGER),
    ).rejects.toMatchObject({
      code: 'versionConflict',
    });
    await expect(t.call('returns.answer', { ...hidden, answer: 'takeNew' }, MANAGER)).rejects.toMatchObject({ code: 'badInput' });
    await t.call('returns.answer', { ...hidden, answer: 'keep' }, MANAGER);
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 2, 3]);
    expect(await t.call('returns.questions', { openOnly: true })).toEqual([]);
    expect(await t.call('returns.questions', { eventId: id(1), openOnly: false })).toMatchObject([
      { answer: 'keep', person: MANAGER.name },
    ]);
    // A third version has it again: the same entry, and no question. The other that a person kept stays: nothing was hidden.
    expect(counts(await put(t, [FIRST[0]!, FIRST[1]!, FIRST[4]!], 'v3.csv', first.returnId))).toEqual([1, 0, 0, 2]);
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 2, 3, 5]);
  });

  test('a correction stands over changed words and dates until a person says; decisions about names follow their words', async () => {
    const t = await openTest();
    const rows = FIRST.map(
      ([date, source, words], i): Entry => [date, source, i === 2 ? 'Jo rang about damp in the bedroom.' : words],
    );
    const first = await put(t, rows);
    const before = await lines(t);
    const id = (i: number): string => before[i]!.id;
    const correct = async (i: number, field: 'date' | 'description', to: string) =>
      t.call('chronology.correct', {
        id: newId(),
        eventId: id(i),
        eventRowVersion: await versionOf(t, id(i)),
        field,
        to,
        reason: 'the log',
      });
    await correct(1, 'description', 'Review booked twice by letter.');
    await correct(3, 'date', '25 April 2024');
    await t.call('register.add', { id: newId(), kind: 'person', realName: 'Jo Ansell', aliases: [], pseudonym: 'HV2' });
    const entry = await t.call('register.add', {
      id: newId(),
      kind: 'person',
      realName: 'Jo Rushby',
      aliases: [],
      pseudonym: 'HV1',
    });
    const text = before[2]!.description;
    const { textHash } = await import('#shared/redaction/text-hash.ts');
    await t.call('register.decide', {
      place: { table: 'event', id: id(2), field: 'description' },
      textHash: textHash(text),
      start: 0,
      end: 2,
      entryId: entry.id,
      everywhere: false,
    });
    await put(
      t,
      rows.map(
        ([date, source, words], i): Entry => [
          i === 3 ? '24/04/2024' : date,
          source,
          i === 1 ? 'Two year review booked by post, no answer.' : i === 2 ? `Rain all day. ${words} Landlord told.` : words,
        ],
      ),
      'v2.csv',
      first.returnId,
    );
    const after = await lines(t);
    expect(after.map((line) => [line.ref, line.date.earliest, line.date.asWritten])).toEqual([
      [1, '2024-03-04', '04/03/2024'],
      [2, '2024-03-19', '19/03/2024'],
      [3, '2024-04-02', '02/04/2024'],
      [4, '2024-04-25', '24/04/2024'],
      [5, '2024-05-14', '14/05/2024'],
    ]);
    expect(after[1]!.description).toBe('Review booked twice by letter.');
    const detail = await t.call('chronology.get', { id: id(2) });
    expect(detail.fields[0]!.marks).toMatchObject([{ start: 14, end: 16, entryIds: [entry.id], status: 'settled' }]);
    const questions = await t.call('returns.questions', { returnId: first.returnId!, openOnly: true });
    expect(
      questions.map(({ ref, kind, field, before: was, after: now, correction }) => [ref, kind, field, was, now, correction]),
    ).toEqual([
      [
        2,
        'corrected',
        'description',
        FIRST[1]![2],
        'Two year review booked by post, no answer.',
        'Review booked twice by letter.',
      ],
      [4, 'corrected', 'date', '23/04/2024', '24/04/2024', '25 April 2024'],
    ]);
    const [words, date] = questions;
    await t.call('returns.answer', { id: words!.id, rowVersion: words!.rowVersion, answer: 'keepCorrection' }, MANAGER);
    await t.call('returns.answer', { id: date!.id, rowVersion: date!.rowVersion, answer: 'takeNew' }, MANAGER);
    expect((await lines(t)).map((line) => [line.description, line.date.earliest]).slice(1, 4)).toEqual([
      ['Review booked twice by letter.', '2024-03-19'],
      ['Rain all day. Jo rang about damp in the bedroom. Landlord told.', '2024-04-02'],
      ['Weighed in clinic, 12.4 kg.', '2024-04-24'],
    ]);
    await t.call('history.undo', {}, MANAGER);
    expect((await lines(t))[3]!.date.earliest).toBe('2024-04-25');
    expect((await t.core.verify()).problems).toEqual([]);
  });

  test('withdrawing and putting back works over all versions and later work; a diff leans on nothing that is withdrawn', async () => {
    const t = await openTest();
    const first = await put(t, FIRST);
    await workOnAll(t, [(await lines(t))[0]!.id]);
    await put(t, FIRST.slice(0, 3), 'v2.csv', first.returnId);
    const row = async () => (await t.call('returns.list', {}))[0]!;
    expect(await t.call('returns.withdraw', { id: first.returnId!, rowVersion: (await row()).rowVersion }, MANAGER)).toEqual({
      hidden: 3,
    });
    expect(await lines(t)).toEqual([]);
    await expect(put(t, FIRST, 'v3.csv', first.returnId)).rejects.toMatchObject({ code: 'cannotCompare' });
    expect(await t.call('returns.restore', { id: first.returnId!, rowVersion: (await row()).rowVersion }, MANAGER)).toEqual({
      shown: 3,
    });
    expect((await lines(t)).map(({ ref }) => ref)).toEqual([1, 2, 3]);
  });

  test('undo takes a version back whole, and is refused once work leans on what it brought', async () => {
    const t = await openTest();
    const first = await put(t, FIRST);
    await workOnAll(t, [(await lines(t))[1]!.id]);
    const before = await dump(t.path);
    await put(
      t,
      [
        FIRST[4]!,
        FIRST[2]!,
        ['01/07/2024', 'GP', 'Seen for a cough, chest clear.'],
        ['05/03/2024', 'HV Rushby', 'Transfer-in visit, boxes packed.'],
      ],
      'v2.csv',
      first.returnId,
    );
    const after = await dump(t.path);
    await t.call('history.undo', {}, MANAGER);
    expect(await dump(t.path)).toBe(before);
    await t.call('history.redo', {}, MANAGER);
    expect(await dump(t.path)).toBe(after);
    const added = (await lines(t)).find((line) => line.date.earliest === '2024-07-01')!;
    await t.call(
      'annotation.add',
      { id: newId(), eventId: added.id, eventRowVersion: await versionOf(t, added.id), body: 'New.' },
      PANEL,
    );
    await expect(t.call('history.undo', {}, MANAGER)).rejects.toMatchObject({
      code: 'undoConflict',
      details: { list: '1 annotations' },
    });
  });
});

test('a return of an older review file, whose version has no row of its own, is replaced and taken back all the same', async () => {
  const path = join(tempFolder(), 'kept.review');
  copyFileSync(fileURLToPath(new URL('../fixtures/reviews/v0010.review', import.meta.url)), path);
  const t = await openTest(path, { seed: false });
  const [old] = await t.call('returns.list', {});
  expect((await t.call('returns.versions', { id: old!.id })).map((one) => [one.returnVersion, one.file])).toEqual([
    [1, old!.file],
  ]);
  const before = await dump(path);
  const result = await put(t, FIRST.slice(0, 2), 'new.csv', old!.id);
  expect(result.problems.map(({ code }) => code)).toContain('nothingMatches');
  expect((await t.call('returns.versions', { id: old!.id })).map((one) => [one.returnVersion, one.file])).toEqual([
    [2, 'new.csv'],
    [1, old!.file],
  ]);
  await t.call('history.undo', {}, MANAGER);
  expect(await dump(path)).toBe(before);
});

describe('any two versions', () => {
  const words = fc.constantFrom('Home visit', 'Telephone call', 'Seen in clinic', 'No reply', 'Letter sent', 'Met at school');
  const about = fc.constantFrom('about damp', 'with aunt', 'for a cough', 'about money', '', 'and card left');
  const entry = fc.record({ day: fc.integer({ min: 1, max: 9 }), a: words, b: about, blank: fc.boolean() });
  const table = fc.array(entry, { minLength: 1, maxLength: 9 });
  const rowsOf = (list: readonly { day: number; a: string; b: string; blank: boolean }[]): Entry[] =>
    list.map(({ day, a, b, blank }, i) => [blank && i > 0 ? '' : `0${day}/05/2024`, 'Duty', `${a} ${b}`.trim()]);
  /** What an entry says, without what names it. */
  const said = (line: EventLine) => ({
    ...line,
    id: '',
    ref: 0,
    date: { ...line.date, order: 0 },
    provenance: line.provenance.map((p) => [p.table, p.row]),
  });

  test('the diff applied to the first says what a fresh import of the second says; undone it is the first again', async () => {
    await fc.assert(
      fc.asyncProperty(table, table, fc.boolean(), async (one, two, related) => {
        const second = related ? [...one.slice(1), ...two.slice(0, 2), ...one.slice(0, 1)] : two;
        const t = await openTest();
        const first = await put(t, rowsOf(one), 'one.csv');
        const before = await dump(t.path);
        const result = await put(t, rowsOf(second), 'two.csv', first.returnId);
        const fresh = await openTest();
        await put(fresh, rowsOf(second), 'two.csv');
        const version = await lines(t);
        expect(version.map(said)).toEqual((await lines(fresh)).map(said));
        if (result.problems.at(-1)?.code !== 'sameAsBefore') {
          expect(result.unchanged + result.changed + result.added).toBe(second.length);
          expect(result.unchanged + result.changed + result.removed).toBe(one.length);
          await t.call('history.undo', {}, MANAGER);
        }
        expect(await dump(t.path)).toBe(before);
        await t.core.close();
        await fresh.core.close();
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});

test('the comparison shows what applying does, and changes nothing', async () => {
  const t = await openTest();
  const first = await put(t, FIRST);
  await workOnAll(t, [(await lines(t))[1]!.id]);
  const before = await dump(t.path);
  const bytes = csv([
    FIRST[3]!,
    FIRST[0]!,
    ['02/04/2024', 'Duty', 'Mother rang about damp in the bedroom!'],
    ['14/05/2024', 'HV Rushby', 'Home visit, nobody in.'],
    ['14/05/2024', 'HV Rushby', 'Card left under the door with the number.'],
  ]);
  const staged = stagedOf(bytes, 'v2.csv', AGENCY);
  const diff = await t.core.read(
    compareReturn,
    { returnId: first.returnId!, staged, mappingGiven: false, agencyGiven: true },
    REVIEWER,
    t.at.now,
  );
  expect(await dump(t.path)).toBe(before);
  expect(diff.rows.map((row) => [row.kind, row.ref, row.slight, row.asked, row.unchangedAbove])).toEqual([
    ['moved', 4, false, false, 0],
    ['removed', 2, false, true, 1],
    ['changed', 3, true, false, 0],
    ['changed', 5, false, false, 0],
    ['added', null, false, false, 0],
  ]);
  expect(diff).toMatchObject({
    fromVersion: 1,
    toVersion: 2,
    same: false,
    counts: { added: 1, changed: 2, removed: 0, stays: 1, unchanged: 2, moved: 1, asked: 1 },
  });
  expect(diff.rows[1]!.work).toEqual(['1 theme tag', '1 finding']);
  const applied = await importVersion(t, bytes, 'v2.csv', first.returnId);
  expect(counts(applied)).toEqual(counts(diff.counts));
});

test('the comparison names the field that a correction contradicts and the tagged words that are gone', async () => {
  const t = await openTest();
  const first = await put(t, FIRST);
  const before = await lines(t);
  const eventId = before[2]!.id;
  const { id: themeId } = await t.call('theme.add', { id: newId(), parentId: null, name: 'Damp', definition: '' }, PANEL);
  const words = 'damp in the bedroom';
  const start = FIRST[2]![2].indexOf(words);
  const span = { field: 'description' as const, start, end: start + words.length, words };
  await t.call('passage.tag', { id: newId(), themeId, eventId, eventRowVersion: await versionOf(t, eventId), ...span }, PANEL);
  const corrected = before[1]!.id;
  const how = { field: 'description' as const, to: 'Review booked twice by letter.', reason: 'the log' };
  await t.call('chronology.correct', { id: newId(), eventId: corrected, eventRowVersion: await versionOf(t, corrected), ...how });
  const next = [
    FIRST[0]!,
    [FIRST[1]![0], FIRST[1]![1], 'Two year review booked by post, no answer.'],
    [FIRST[2]![0], FIRST[2]![1], 'Mother rang about mould in the bedroom.'],
    ...FIRST.slice(3),
  ] as const;
  const staged = stagedOf(csv(next), 'v2.csv', AGENCY);
  const input = { returnId: first.returnId!, staged, mappingGiven: false, agencyGiven: true };
  const { rows, counts } = await t.core.read(compareReturn, input, REVIEWER, t.at.now);
  expect(rows.map((row) => [row.ref, row.kind, row.asked, row.contradicted, row.lostWords])).toEqual([
    [2, 'changed', true, ['description'], []],
    [3, 'changed', true, [], [words]],
  ]);
  expect(counts.asked).toBe(2);
});

test('a file of the same agency and another name is offered as a later version by its rows, and only offered', async () => {
  const t = await openTest();
  const { findLikely } = await import('#core/features/returns/steps.ts');
  const first = await put(t, FIRST);
  const likely = (rows: readonly Entry[], file: string) =>
    t.core.read(findLikely, { staged: stagedOf(csv(rows), file, AGENCY), agencyGiven: true }, REVIEWER, t.at.now);
  expect(await likely(FIRST.slice(0, 4), 'renamed.csv')).toMatchObject({
    returnId: first.returnId,
    because: 'rows',
    sameRows: 4,
  });
  expect(await likely(FIRST.slice(0, 4), 'HEALTH V1.csv')).toMatchObject({ because: 'name' });
  expect(await likely(FIRST, 'z.csv')).toMatchObject({ because: 'bytes', sameAs: 1 });
  expect(await likely([['01/01/2024', 'GP', 'Nothing like it.']], 'renamed.csv')).toBeNull();
  expect(counts(await put(t, FIRST.slice(0, 4), 'renamed.csv'))).toEqual([4, 0, 0, 0]);
});
