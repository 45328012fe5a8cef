import { runReader } from '#core/workers/run-reader.ts';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import { importBytes, MANAGER, openTest, PANEL, TEST_KEY, withEntries, type TestCore } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
const texts = async (t: TestCore, filter = {}): Promise<string[]> =>
  (await t.call('chronology.page', { filter, from: null, limit: 500 })).rows.map((row) => row.text);

describe('the one order', () => {
  test('earliest, untimed before timed, then return and row; undated after the dated row above it', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(
        'Date,Time,Event\n12/05/2024,14:30,A2 timed\n12/05/2024,,A1 untimed\n,,A3 same day as above\nnot recorded,,A4 no date\n13/05/2024,,A5 next day\n',
      ),
      'a.csv',
      'Police',
    );
    await importBytes(
      t,
      csv('Date,Time,Event\n12/05/2024,09:00,B1 early\n12/05/2024,,B2 untimed\n"May 2024",,B3 some time in May\n'),
      'b.csv',
      'Housing',
    );
    expect(await texts(t)).toEqual([
      'B3 some time in May',
      'A1 untimed',
      'A3 same day as above',
      'A4 no date',
      'B2 untimed',
      'B1 early',
      'A2 timed',
      'A5 next day',
    ]);
    const rows = (await t.call('chronology.page', { filter: {}, from: null, limit: 50 })).rows;
    expect(rows.find((row) => row.text === 'A4 no date')).toMatchObject({
      problems: 1,
      date: { precision: 'unknown', earliest: null },
    });
    expect(rows.map((row) => row.pos)).toEqual([...rows.map((row) => row.pos)].sort((a, b) => a - b));
  });

  test('keyset pages and anchors walk the whole list, each entry once', async () => {
    const t = await openTest();
    await withEntries(t, 257);
    const anchors = await t.call('chronology.anchors', { filter: {} });
    expect(anchors).toMatchObject({ total: 257, all: 257 });
    expect(anchors.anchors).toHaveLength(3);
    const seen: string[] = [];
    for (const from of anchors.anchors)
      seen.push(...(await t.call('chronology.page', { filter: {}, from, limit: 100 })).rows.map((row) => row.id));
    expect(new Set(seen).size).toBe(257);
    // In halves of a hundred, as the list asks for them; also of a search, of which the index drives.
    for (const filter of [{}, { search: 'visit' }]) {
      const places = (await t.call('chronology.anchors', { filter })).anchors;
      const whole = (await t.call('chronology.page', { filter, from: null, limit: 500 })).rows.map((row) => row.id);
      const halves: string[] = [];
      for (const from of places)
        for (const skip of [0, 50])
          halves.push(...(await t.call('chronology.page', { filter, from, skip, limit: 50 })).rows.map((row) => row.id));
      expect(halves).toEqual(whole);
    }
    const last = await t.call('chronology.page', { filter: {}, from: anchors.anchors[2]!, skip: 50, limit: 50 });
    expect(last).toMatchObject({ rows: expect.objectContaining({ length: 7 }), next: null });
    const found = await t.call('chronology.find', { filter: {}, id: seen[201]! });
    expect(found).toEqual({ id: seen[201], index: 201 });
    expect(await t.call('chronology.find', { filter: {}, day: '2024-03-11' })).toMatchObject({ index: 10 });
  });

  test('reordering within a day holds when asked again and again, and is refused across days', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(`Date,Event\n${Array.from({ length: 6 }, (_, i) => `12/05/2024,E${i}`).join('\n')}\n13/05/2024,Other day\n`),
      'a.csv',
      'Police',
    );
    const list = async () => (await t.call('chronology.page', { filter: {}, from: null, limit: 50 })).rows;
    // The last goes before the second, over and over: the gap between two places runs out and the day is spread again.
    for (let i = 0; i < 40; i++) {
      const rows = await list();
      await t.call('chronology.reorder', {
        eventId: rows[5]!.id,
        eventRowVersion: rows[5]!.rowVersion,
        place: 'before',
        otherId: rows[1]!.id,
      });
      const after = await list();
      expect(after[1]!.id).toBe(rows[5]!.id);
    }
    const rows = await list();
    expect(rows[1]!.byHand).toBe(true);
    expect(rows.at(-1)!.text).toBe('Other day');
    await expect(
      t.call('chronology.reorder', {
        eventId: rows[0]!.id,
        eventRowVersion: rows[0]!.rowVersion,
        place: 'after',
        otherId: rows[6]!.id,
      }),
    ).rejects.toMatchObject({ code: 'badInput' });
    expect(await t.core.verify()).toMatchObject({ ok: true });
  });
});

describe('a correction', () => {
  test('stands beside what the agency wrote, moves a re-dated entry, and search finds both', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 3, (i) => `Visit ${i} by the helth visitor`);
    const row = (await t.call('chronology.page', { filter: {}, from: null, limit: 5 })).rows[0]!;
    const corrected = await t.call(
      'chronology.correct',
      {
        id: newId(),
        eventId: row.id,
        eventRowVersion: row.rowVersion,
        field: 'description',
        to: 'Visit 0 by the health visitor',
        reason: 'spelling, agreed with the trust',
      },
      MANAGER,
    );
    await t.call(
      'chronology.correct',
      {
        id: newId(),
        eventId: row.id,
        eventRowVersion: corrected.rowVersion,
        field: 'date',
        to: 'c. 2 June 2024',
        reason: 'the diary says so',
      },
      MANAGER,
    );
    const detail = await t.call('chronology.get', { id: eventIds[0]! });
    expect(detail.fields[0]).toMatchObject({ text: 'Visit 0 by the health visitor', original: 'Visit 0 by the helth visitor' });
    expect(detail.date).toMatchObject({ earliest: '2024-06-02', certainty: 'approximate', asWritten: '01/03/2024' });
    expect(detail.sources[0]!.cells).toEqual([
      { column: 'Date', text: '01/03/2024' },
      { column: 'Event', text: 'Visit 0 by the helth visitor' },
    ]);
    expect(detail.corrections.map((c) => [c.field, c.from, c.reason])).toEqual([
      ['description', 'Visit 0 by the helth visitor', 'spelling, agreed with the trust'],
      ['date', '01/03/2024', 'the diary says so'],
    ]);
    expect((await texts(t)).at(-1)).toBe('Visit 0 by the health visitor');
    expect(await texts(t, { search: 'health' })).toHaveLength(1);
    expect(await texts(t, { search: 'helth' })).toHaveLength(3);
  });

  test('without a reason, with a date that cannot be read, or over a newer version is refused', async () => {
    const t = await openTest();
    await withEntries(t, 1);
    const row = (await t.call('chronology.page', { filter: {}, from: null, limit: 5 })).rows[0]!;
    const input = {
      id: newId(),
      eventId: row.id,
      eventRowVersion: row.rowVersion,
      field: 'date' as const,
      to: '3 May 2024',
      reason: 'x',
    };
    await expect(t.call('chronology.correct', { ...input, reason: '  ' })).rejects.toMatchObject({ code: 'badInput' });
    await expect(t.call('chronology.correct', { ...input, to: '31 February 2024' })).rejects.toMatchObject({ code: 'badInput' });
    await expect(t.call('chronology.correct', { ...input, eventRowVersion: row.rowVersion + 7 })).rejects.toMatchObject({
      code: 'versionConflict',
    });
  });
});

describe('finding', () => {
  test('words, phrases and beginnings, without accents or capitals, with where they stand', async () => {
    const t = await openTest();
    await importBytes(
      t,
      csv(
        'Date,Event\n1/5/2024,Sinéad rang about the café\n2/5/2024,Not brought to clinic\n3/5/2024,Brought to clinic; not weighed\n',
      ),
      'a.csv',
      'Health',
    );
    expect(await texts(t, { search: 'sinead CAFE' })).toEqual(['Sinéad rang about the café']);
    expect(await texts(t, { search: '"not brought"' })).toEqual(['Not brought to clinic']);
    expect(await texts(t, { search: 'clin' })).toHaveLength(2);
    expect(await texts(t, { search: 'clin ' })).toHaveLength(0);
    expect(await texts(t, { search: '")(*:- NEAR' })).toHaveLength(0);
    const row = (await t.call('chronology.page', { filter: { search: 'sinead cafe' }, from: null, limit: 5 })).rows[0]!;
    expect(row.hits.map((hit) => row.text.slice(hit.start, hit.end))).toEqual(['Sinéad', 'café']);
  });

  test('agency, period, theme, problem, untagged and return each narrow the list, together too', async () => {
    const t = await openTest();
    await importBytes(t, csv('Date,Event\n1/5/2024,P one\nMay 2024,P two\n31/02/2024,P three\n'), 'p.csv', 'Police');
    const second = await importBytes(t, csv('Date,Event\n20/6/2024,H one\n1/5/2024,H two\n'), 'h.csv', 'Housing');
    const agencies = await t.call('agency.list', {});
    const housing = agencies.find((agency) => agency.name === 'Housing')!;
    expect(await texts(t, { agencyIds: [housing.id] })).toEqual(['H two', 'H one']);
    expect(await texts(t, { agencyIds: [housing.id], search: 'one' })).toEqual(['H one']);
    expect(await texts(t, { from: '2024-05-15', to: '2024-05-20' })).toEqual(['P two']);
    expect(await texts(t, { problemsOnly: true })).toEqual(['P three']);
    expect(await texts(t, { returnId: second.returnId! })).toHaveLength(2);
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' }, PANEL);
    const rows = (await t.call('chronology.page', { filter: {}, from: null, limit: 9 })).rows;
    await t.call('tag.set', { themeId: theme.id, eventIds: rows.slice(0, 2).map((row) => row.id), on: true }, PANEL);
    expect(await texts(t, { themeIds: [theme.id] })).toHaveLength(2);
    expect(await texts(t, { untaggedOnly: true })).toHaveLength(3);
    expect((await t.call('theme.list', {}))[0]!.entries).toBe(2);
  });
});

describe('a return', () => {
  test('keeps its rows and its bytes as they came, and remembers the agency’s columns', async () => {
    const t = await openTest();
    const bytes = csv('Occurred,Narrative,Badge\n1/5/2024,"Two lines\nof text",77\n');
    const result = await importBytes(t, bytes, 'p.csv', 'Police');
    expect(result).toMatchObject({ added: 1, agencies: ['Police'] });
    const rows = await t.call('returns.rows', { id: result.returnId!, table: 1, around: 2, limit: 10 });
    expect(rows.find((row) => row.eventId)!.cells).toEqual([
      { column: 'Occurred', text: '1/5/2024' },
      { column: 'Narrative', text: 'Two lines\nof text' },
      { column: 'Badge', text: '77' },
    ]);
    const { readOriginal, importContext } = await import('#core/features/returns/steps.ts');
    const original = await t.core.read(readOriginal, { id: result.returnId! }, MANAGER, t.at.now);
    expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true);
    expect((await t.core.read(importContext, { agency: 'police' }, MANAGER, t.at.now)).remembered).toEqual(result.mapping);
  });

  test('has its dates held against the period, the day of reading and the birth of the child on the register', async () => {
    const t = await openTest();
    await t.call('register.add', {
      id: newId(),
      kind: 'person',
      realName: 'Vanessa Ostrow',
      aliases: [],
      pseudonym: 'Child V',
      dateOfBirth: '2020-03-14',
    });
    const { importContext } = await import('#core/features/returns/steps.ts');
    const known = await t.core.read(importContext, { agency: 'Police' }, MANAGER, t.at.now);
    expect(known.firstBirth).toBe('2020-03-14');
    const rows = ['12/3/2024,One', '13/3/2014,Two', '14/3/2024,Three', '1/12/2025,Four', '2/2/2090,Five'];
    const bytes = csv(`Date,Event\n${rows.join('\n')}\n`);
    const context = { file: 'p.csv', sha256: 'x', agency: 'Police', anchor: known.anchor, received: t.at.now.slice(0, 10) };
    const staged = await runReader(bytes, 'p.csv', { ...context, firstBirth: known.firstBirth ?? undefined });
    expect(staged.problems.map(({ severity, code, row, column }) => [severity, code, row, column])).toEqual([
      ['warning', 'beforeBirth', 3, 'Date'],
      ['warning', 'afterScope', 5, 'Date'],
      ['warning', 'inFuture', 6, 'Date'],
    ]);
    expect(staged.events).toHaveLength(5);
    expect(JSON.stringify(staged.problems)).not.toContain('2020');
  });

  test('of a name and agency that are in, it is a later version; the same name from another agency is a new return', async () => {
    const t = await openTest();
    const first = await importBytes(t, csv('Date,Event\n1/5/2024,One\n'), 'p.csv', 'Police');
    expect(await importBytes(t, csv('Date,Event\n1/5/2024,One and more\n'), 'P.CSV', 'police')).toMatchObject({
      returnId: first.returnId,
      changed: 1,
    });
    const other = await importBytes(t, csv('Date,Event\n1/5/2024,Two\n'), 'p.csv', 'Housing');
    expect(other.returnId).not.toBe(first.returnId);
  });

  test('withdrawn, its entries are hidden and what was done to them stays; put back, they are as before', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 3);
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' });
    await t.call('tag.set', { themeId: theme.id, eventIds: [eventIds[0]!], on: true });
    const kept = (await t.call('returns.list', {}))[0]!;
    expect(await t.call('returns.withdraw', { id: kept.id, rowVersion: kept.rowVersion })).toEqual({ hidden: 3 });
    expect(await texts(t)).toEqual([]);
    expect(await texts(t, { search: 'visit' })).toEqual([]);
    const now = (await t.call('returns.list', {}))[0]!;
    expect(await t.call('returns.restore', { id: kept.id, rowVersion: now.rowVersion })).toEqual({ shown: 3 });
    expect(await texts(t, { themeIds: [theme.id] })).toHaveLength(1);
    expect(await t.core.verify()).toMatchObject({ ok: true, problems: [] });
  });

  test('one hundred agencies have letters and colours of their own, known ones their own', async () => {
    const t = await openTest();
    const names = [
      'Ostermere Children’s Social Care',
      'Ostershire Constabulary',
      'Kelderby Quay Surgery',
      ...Array.from({ length: 30 }, (_, i) => `Agency ${String.fromCharCode(65 + (i % 26))}${i}`),
    ];
    for (const [i, name] of names.entries()) await importBytes(t, csv(`Date,Event\n1/5/2024,${i}\n`), `${i}.csv`, name);
    const agencies = await t.call('agency.list', {});
    expect(agencies.slice(0, 3).map((a) => [a.letters, a.colour])).toEqual([
      ['SC', 0],
      ['PO', 1],
      ['GP', 3],
    ]);
    expect(new Set(agencies.map((a) => a.letters)).size).toBe(agencies.length);
    expect(new Set(agencies.map((a) => a.colour)).size).toBe(agencies.length);
  });
});

test('verify tells of an index whose words are not those of the entries', async () => {
  const t = await openTest();
  await withEntries(t, 4);
  expect(await t.core.verify()).toMatchObject({ ok: true });
  const { openConnection } = await import('#core/db/connection.ts');
  const connection = openConnection(t.path, TEST_KEY, 'write');
  const pos = connection.prepare(`SELECT min(pos) FROM event`).pluck().get() as number;
  connection
    .prepare(`INSERT INTO "eventSearch"("eventSearch", rowid, text, facets) VALUES ('delete', ?, ?, '')`)
    .run(pos, 'home');
  connection.close();
  expect(await t.core.verify()).toMatchObject({ ok: false, problems: [expect.objectContaining({ part: 'index' })] });
});
