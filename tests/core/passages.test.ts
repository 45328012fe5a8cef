import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import type { EventField } from '#shared/model/chronology-event.ts';
import { anonymised, dump, importBytes, MANAGER, openTest, PANEL, REVIEWER, type TestCore } from './harness.ts';

const coded = (code: string): unknown => expect.objectContaining({ code });
const csv = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`Date,Event,Response\n${rows.join('\n')}\n`);
const WALK = 'Mother said the heating was off and the 👶 slept in his coat.';
const ROWS = [
  `01/03/2024,${WALK},Rang the landlord twice`,
  '02/03/2024,School noted he was tired and hungry.,',
  '03/03/2024,Letter sent.,',
];

async function review(rows: readonly string[] = ROWS): Promise<{ t: TestCore; ids: string[]; cold: string; returnId: string }> {
  const t = await openTest();
  const { returnId } = await importBytes(t, csv(rows), 'school.csv', 'Education');
  const { rows: all } = await t.call('chronology.page', { filter: {}, from: null, limit: 50 });
  const { id: cold } = await t.call('theme.add', { id: newId(), parentId: null, name: 'Cold', definition: '' }, PANEL);
  return { t, ids: all.map(({ id }) => id), cold, returnId: returnId! };
}
const detail = (t: TestCore, id: string) => t.call('chronology.get', { id });
const textOf = async (t: TestCore, id: string, field: EventField = 'description'): Promise<string> =>
  (await detail(t, id)).fields.find((one) => one.field === field)?.text ?? '';

/** Marks words of an entry where they first stand, as the window does. */
async function mark(
  t: TestCore,
  eventId: string,
  words: string,
  themeId: string,
  field: EventField = 'description',
  session = PANEL,
) {
  const { fields, rowVersion } = await t.call('chronology.get', { id: eventId }, session);
  const start = fields.find((one) => one.field === field)!.text.indexOf(words);
  const input = { id: newId(), themeId, eventId, eventRowVersion: rowVersion, field, start, end: start + words.length, words };
  return { input, passage: await t.call('passage.tag', input, session) };
}
const passages = (t: TestCore, eventId: string) => t.call('passage.ofEvent', { eventId });
const unplaced = async (t: TestCore) => (await t.call('passage.list', { unplaced: true, limit: 500 })).passages;
const themesOf = async (t: TestCore, id: string): Promise<string[]> => (await detail(t, id)).themeIds;
async function correct(t: TestCore, eventId: string, to: string, field: EventField = 'description') {
  const { rowVersion } = await detail(t, eventId);
  await t.call('chronology.correct', { id: newId(), eventId, eventRowVersion: rowVersion, field, to, reason: 'Seen' }, MANAGER);
}

describe('a theme on part of a text', () => {
  test('counts as the entry having it, until its last passage goes; one step each way', async () => {
    const { t, ids, cold } = await review();
    const before = await dump(t.path);
    const { input, passage } = await mark(t, ids[0]!, '👶 slept in his coat', cold);
    expect(passage).toMatchObject({ themeId: cold, at: { start: input.start, end: input.end }, quote: '👶 slept in his coat' });
    expect(await t.call('passage.tag', input, PANEL)).toEqual(passage);
    await expect(t.call('passage.tag', { ...input, field: 'response' }, PANEL)).rejects.toEqual(coded('alreadyExists'));
    const second = await mark(t, ids[0]!, 'Rang the landlord', cold, 'response');
    expect((await t.call('theme.list', {}))[0]).toMatchObject({ name: 'Cold', entries: 1 });
    expect((await t.call('chronology.page', { filter: { themeIds: [cold] }, from: null, limit: 9 })).rows).toHaveLength(1);
    const matrix = await t.call('matrix.get', { from: null, to: null, parts: 'month' });
    expect(matrix.rows[0]!.cells[0]!.entries).toBe(1);
    expect((await t.call('chronology.lines', { filter: {}, from: null, limit: 9 })).lines[0]!.themes).toEqual(['Cold']);
    expect((await t.core.verify()).problems).toEqual([]);

    const keep = { id: passage.id, rowVersion: passage.rowVersion, keepTheme: false };
    await expect(t.call('passage.remove', { ...keep, rowVersion: 0 }, PANEL)).rejects.toEqual(coded('versionConflict'));
    expect(await t.call('passage.remove', keep, PANEL)).toEqual({ id: passage.id, entryKeepsTheme: true });
    const [left] = await passages(t, ids[0]!);
    expect(left!.id).toBe(second.passage.id);
    const last = { id: left!.id, rowVersion: left!.rowVersion, keepTheme: false };
    expect(await t.call('passage.remove', last, PANEL)).toMatchObject({ entryKeepsTheme: false });
    expect(await themesOf(t, ids[0]!)).toEqual([]);
    for (let i = 0; i < 4; i++) await t.call('history.undo', {}, PANEL);
    expect(await dump(t.path)).toBe(before);
    for (let i = 0; i < 4; i++) await t.call('history.redo', {}, PANEL);
    expect(await passages(t, ids[0]!)).toEqual([]);
  });

  test('an entry tagged itself keeps the theme; taken off the entry, its passages go with it, and undo brings all back', async () => {
    const { t, ids, cold } = await review();
    await mark(t, ids[0]!, 'heating', cold);
    expect(await t.call('tag.set', { themeId: cold, eventIds: [ids[0]!], on: true }, PANEL)).toEqual({ changed: 1 });
    const [own] = await passages(t, ids[0]!);
    const remove = { id: own!.id, rowVersion: own!.rowVersion, keepTheme: false };
    expect(await t.call('passage.remove', remove, PANEL)).toMatchObject({ entryKeepsTheme: true });
    await t.call('history.undo', {}, PANEL);
    expect(await t.call('tag.set', { themeId: cold, eventIds: [ids[0]!], on: false }, PANEL)).toEqual({
      changed: 1,
      passages: 1,
    });
    expect([await passages(t, ids[0]!), await themesOf(t, ids[0]!)]).toEqual([[], []]);
    await t.call('history.undo', {}, PANEL);
    expect(await passages(t, ids[0]!)).toHaveLength(1);
    const bulk = { target: { ids: [ids[0]!] }, themeId: cold };
    expect(await t.call('bulk.tag', { ...bulk, on: true }, PANEL)).toMatchObject({ changed: 0 });
    expect(await t.call('bulk.tag', { ...bulk, on: false }, PANEL)).toEqual({ changed: 1, entries: 1, passages: 1 });
    await t.call('history.undo', {}, PANEL);
    const { rowVersion } = (await t.call('theme.list', {}))[0]!;
    expect(await t.call('theme.remove', { id: cold, rowVersion })).toEqual({ tagsRemoved: 1, passagesRemoved: 1 });
    await t.call('history.undo', {});
    expect(await passages(t, ids[0]!)).toMatchObject([{ quote: 'heating' }]);
  });

  test('is refused on words that do not stand there, an older text, nothing, or a theme that is not there', async () => {
    const { t, ids, cold } = await review();
    const { input } = await mark(t, ids[0]!, 'heating', cold);
    const other = { ...input, id: newId() };
    await expect(t.call('passage.tag', { ...other, start: other.start + 1 }, PANEL)).rejects.toEqual(coded('badInput'));
    await expect(t.call('passage.tag', { ...other, end: other.start, words: '' }, PANEL)).rejects.toEqual(coded('badInput'));
    await expect(t.call('passage.tag', { ...other, eventRowVersion: 0 }, PANEL)).rejects.toEqual(coded('versionConflict'));
    await expect(t.call('passage.tag', { ...other, themeId: newId() }, PANEL)).rejects.toEqual(coded('notFound'));
    await expect(t.call('passage.ofEvent', { eventId: newId() })).rejects.toEqual(coded('notFound'));
    // The same words and theme once more are no second passage.
    expect((await t.call('passage.tag', other, PANEL)).id).toBe(input.id);
    // Half a character is not marked.
    const at = WALK.indexOf('👶');
    const half = { ...other, id: newId(), start: at + 1, end: at + 8, words: WALK.slice(at + 1, at + 8) };
    expect(await t.call('passage.tag', half, PANEL)).toMatchObject({ at: { start: at, end: at + 8 } });
  });
});

describe('a text that changes under a passage', () => {
  test('a correction takes it along, or asks where its words were changed; taken back, it stands as before', async () => {
    const { t, ids, cold } = await review();
    await mark(t, ids[0]!, 'slept in his coat', cold);
    await mark(t, ids[0]!, 'heating was off', cold);
    await correct(t, ids[0]!, 'His mother said that the heating was broken, and the 👶 slept in his coat.');
    const now = await passages(t, ids[0]!);
    const text = await textOf(t, ids[0]!);
    expect(now.map(({ at, quote }) => (at ? text.slice(at.start, at.end) : `? ${quote}`)).sort()).toEqual([
      '? heating was off',
      'slept in his coat',
    ]);
    const [asked] = await unplaced(t);
    expect(asked).toMatchObject({ ref: 1, passage: { quote: 'heating was off', at: null }, places: [{ words: 'heating was' }] });
    const filter = { where: { match: 'all' as const, of: [{ kind: 'fact' as const, is: 'askedAbout' as const }] } };
    expect((await t.call('chronology.page', { filter, from: null, limit: 9 })).rows.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await t.call('returns.list', {}))[0]!.questions).toBe(1);
    await t.call('history.undo', {}, MANAGER);
    expect((await passages(t, ids[0]!)).every(({ at }) => at !== null)).toBe(true);
    await t.call('history.redo', {}, MANAGER);
    const { words: _words, ...proposed } = asked!.places[0]!;
    const place = { ...proposed, eventRowVersion: (await detail(t, ids[0]!)).rowVersion };
    const { ref: _ref, ...span } = place;
    const placed = await t.call(
      'passage.place',
      { ...span, words: 'heating was', id: asked!.passage.id, rowVersion: asked!.passage.rowVersion },
      PANEL,
    );
    expect(placed.quote).toBe('heating was');
    expect(await unplaced(t)).toEqual([]);
  });

  test('a corrected return takes it along where the words stand, and asks where they were changed or went to another row', async () => {
    const { t, ids, cold, returnId } = await review();
    await mark(t, ids[0]!, 'the heating was off', cold);
    await mark(t, ids[0]!, 'slept in his coat', cold);
    await mark(t, ids[1]!, 'tired and hungry', cold);
    await mark(t, ids[2]!, 'Letter sent', cold);
    const result = await importBytes(
      t,
      csv([
        '01/03/2024,"At home, mother said the heating was off.",Rang the landlord twice',
        '01/03/2024,The 👶 slept in his coat.,',
        '02/03/2024,School noted he was tired and thirsty.,',
      ]),
      'school.csv',
      'Education',
    );
    expect([result.returnId, result.added, result.changed, result.removed]).toEqual([returnId, 1, 2, 0]);
    const text = await textOf(t, ids[0]!);
    const at = (await passages(t, ids[0]!)).find(({ quote }) => quote === 'the heating was off')!.at!;
    expect(text.slice(at.start, at.end)).toBe('the heating was off');
    const asked = await unplaced(t);
    expect(asked.map(({ passage, places }) => [passage.quote, places[0]?.words, places[0]?.ref])).toEqual([
      ['slept in his coat', 'slept in his coat', 4],
      ['tired and hungry', 'tired and', 2],
    ]);
    // The row with a passage that vanished is asked about like any that was worked on.
    const questions = await t.call('returns.questions', { returnId, openOnly: true });
    expect(questions).toMatchObject([{ eventId: ids[2], kind: 'vanished', work: expect.arrayContaining(['1 tagged passage']) }]);
    expect((await t.call('returns.list', {}))[0]!.questions).toBe(3);
    expect(result.problems.at(-1)).toMatchObject({
      code: 'askedAbout',
      message: expect.stringContaining('2 texts that somebody corrected or tagged'),
    });

    // To the row that was split off: the theme goes with the words, and stays here as long as another passage has it.
    const { passage, places } = asked[0]!;
    const { ref: _ref, ...place } = places[0]!;
    await t.call('passage.place', { ...place, id: passage.id, rowVersion: passage.rowVersion }, PANEL);
    expect([await themesOf(t, place.eventId), await themesOf(t, ids[0]!)]).toEqual([[cold], [cold]]);
    expect((await t.core.verify()).problems).toEqual([]);
    const keep = { id: asked[1]!.passage.id, rowVersion: asked[1]!.passage.rowVersion, keepTheme: true };
    expect(await t.call('passage.remove', keep, PANEL)).toMatchObject({ entryKeepsTheme: true });
    expect(await themesOf(t, ids[1]!)).toEqual([cold]);
    expect(await unplaced(t)).toEqual([]);
  });

  test('where a correction stands, its words stay marked whatever the agency changes; taken back, it is asked', async () => {
    const { t, ids, cold } = await review();
    await correct(t, ids[1]!, 'The school nurse noted he was tired.');
    await mark(t, ids[1]!, 'school nurse', cold);
    await importBytes(
      t,
      csv([ROWS[0]!, '02/03/2024,School noted he was tired and very hungry.,', ROWS[2]!]),
      'school.csv',
      'Education',
    );
    expect((await passages(t, ids[1]!))[0]!.at).not.toBeNull();
    const [question] = await t.call('returns.questions', { openOnly: true });
    await t.call('returns.answer', { id: question!.id, rowVersion: question!.rowVersion, answer: 'takeNew' }, MANAGER);
    expect((await unplaced(t)).map(({ passage }) => passage.quote)).toEqual(['school nurse']);
    await t.call('history.undo', {}, MANAGER);
    expect(await unplaced(t)).toEqual([]);
  });

  test('whatever is corrected, sent again, undone and redone: each passage stands on its words or is asked about', async () => {
    const words = ['cold', 'mother', 'rang', 'twice', 'school', 'coat', 'the', 'hungry'];
    const text = fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 9 }).map((list) => list.join(' '));
    const step = fc.oneof(
      fc.record({ do: fc.constant('correct' as const), at: fc.nat(2), text }),
      fc.record({ do: fc.constant('return' as const), texts: fc.array(text, { minLength: 1, maxLength: 4 }) }),
      fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const { t, ids, cold } = await review([
          '1/3/2024,mother rang the school twice,',
          '2/3/2024,the coat was cold,',
          '3/3/2024,hungry twice,',
        ]);
        const marked = ['rang the school', 'coat', 'hungry'];
        for (const [i, quote] of marked.entries()) await mark(t, ids[i]!, quote, cold);
        for (const one of steps) {
          if (one.do === 'correct') await correct(t, ids[one.at]!, one.text).catch(() => undefined);
          else if (one.do === 'return')
            await importBytes(t, csv(one.texts.map((words, i) => `${i + 1}/3/2024,${words},`)), 'school.csv', 'Education').catch(
              () => undefined,
            );
          else await t.call(`history.${one.do}`, {}, MANAGER).catch(() => undefined);
          const asked = (await unplaced(t)).map(({ passage }) => passage.id);
          const all = (await Promise.all(ids.map((id) => passages(t, id)))).flat();
          expect(all.map(({ quote }) => quote).sort()).toEqual([...marked].sort());
          for (const { id, eventId, at, quote } of all) {
            const stands = at !== null && (await textOf(t, eventId)).slice(at.start, at.end) === quote;
            const hidden = (await t.call('chronology.find', { filter: {}, id: eventId })) === null;
            expect(stands !== asked.includes(id) || hidden).toBe(true);
          }
          expect(await themesOf(t, ids[0]!)).toEqual([cold]);
        }
        await t.core.close();
      }),
      { numRuns: 12 },
    );
  });
});

describe('in an anonymised session', () => {
  test('a passage stands in the text as shown, is set on it, and tells no name by its words', async () => {
    const { t, ids, cold } = await review(['1/3/2024,Saw Rowan Pryce and Rowan was cold at home.,']);
    await t.call('register.import', {
      entries: [{ id: 'rp', kind: 'person', realName: 'Rowan Pryce', aliases: ['Rowan'], pseudonym: 'Child V' }],
    });
    const hidden = anonymised(PANEL);
    // Half a name marked: what stands for the whole name is marked in its place.
    await mark(t, ids[0]!, 'Pryce and Rowan was', cold);
    const shown = (await t.call('chronology.get', { id: ids[0]! }, hidden)).fields[0]!.text;
    expect(shown).toBe('Saw Child V and Child V was cold at home.');
    const [one] = await t.call('passage.ofEvent', { eventId: ids[0]! }, hidden);
    expect(shown.slice(one!.at!.start, one!.at!.end)).toBe('Child V and Child V was');
    expect(one).toMatchObject({ quote: 'Child V and Child V was', person: '', post: PANEL.post });
    const { passage } = await mark(t, ids[0]!, 'V was cold', cold, 'description', hidden);
    expect(passage.quote).toBe('Child V was cold');
    expect((await passages(t, ids[0]!)).map(({ quote }) => quote)).toContain('Rowan was cold');
    const { rowVersion } = await detail(t, ids[0]!);
    const wrong = {
      eventId: ids[0]!,
      eventRowVersion: rowVersion,
      field: 'description' as const,
      start: 4,
      end: 9,
      words: 'Rowan',
    };
    await expect(t.call('passage.tag', { id: newId(), themeId: cold, ...wrong }, hidden)).rejects.toEqual(coded('badInput'));

    await correct(t, ids[0]!, 'Nobody was seen at all.');
    const asked = await t.call('passage.list', { unplaced: true, limit: 9 }, anonymised(REVIEWER));
    expect(asked.passages.map(({ passage: { quote, at }, places }) => [quote, at, places])).toEqual([
      [null, null, []],
      [null, null, []],
    ]);
  });
});
