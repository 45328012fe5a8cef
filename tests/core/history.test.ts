import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '#shared/kernel/ids.ts';
import { AppError } from '#shared/kernel/app-error.ts';
import { dump, importBytes, MANAGER, openTest, PANEL, REVIEWER, withEntries, type TestCore } from './harness.ts';

const csv = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Any command of the contract that undo can take back, on whatever the review holds by then. */
async function anyStep(t: TestCore, kind: number, pick: number): Promise<void> {
  const rows = (await t.call('chronology.page', { filter: {}, from: null, limit: 500 })).rows;
  const row = rows[pick % Math.max(1, rows.length)];
  const themes = await t.call('theme.list', {});
  const findings = await t.call('finding.list', {});
  const recommendations = await t.call('recommendation.list', {});
  const steps: (() => Promise<unknown>)[] = [
    () =>
      t.call('theme.add', {
        id: newId(),
        parentId: themes[pick % (themes.length + 1)]?.id ?? null,
        name: `Theme ${pick}-${themes.length}`,
        definition: '',
      }),
    () => t.call('tag.set', { themeId: themes[pick % themes.length]!.id, eventIds: [row!.id], on: pick % 2 === 0 }),
    () => t.call('annotation.add', { id: newId(), eventId: row!.id, eventRowVersion: row!.rowVersion, body: `Note ${pick}` }),
    () =>
      t.call('chronology.correct', {
        id: newId(),
        eventId: row!.id,
        eventRowVersion: row!.rowVersion,
        field: 'date',
        to: `${1 + (pick % 28)}/06/2024`,
        reason: 'the log says so',
      }),
    () =>
      t.call('chronology.correct', {
        id: newId(),
        eventId: row!.id,
        eventRowVersion: row!.rowVersion,
        field: 'description',
        to: `Corrected ${pick}`,
        reason: 'a slip',
      }),
    () =>
      t.call('chronology.add', {
        id: newId(),
        agencyId: row!.agencyId,
        date: `${1 + (pick % 28)} May 2024`,
        description: `By hand ${pick}`,
      }),
    () => t.call('finding.add', { id: newId(), kind: 'practice', statement: `Finding ${pick}`, why: '', question: null }),
    () =>
      t.call('evidence.set', {
        findingId: findings[pick % findings.length]!.id,
        eventIds: [row!.id],
        stance: pick % 3 === 0 ? null : 'for',
        note: null,
      }),
    () =>
      t.call('recommendation.add', {
        id: newId(),
        text: `Recommendation ${pick}`,
        findingIds: findings.slice(0, 1).map((f) => f.id),
      }),
    () => t.call('recommendation.move', { id: recommendations[pick % recommendations.length]!.id, to: pick % 3 }),
    () => t.call('finding.move', { id: findings[pick % findings.length]!.id, to: pick % 4 }),
    () =>
      t.call('register.add', {
        id: newId(),
        kind: 'person',
        realName: `Person ${pick} Oakeshott`,
        aliases: [],
        pseudonym: `Adult ${pick}-${Math.floor(pick / 7)}`,
      }),
    () => t.call('action.add', { id: newId(), recommendationId: recommendations[0]?.id ?? null, text: `Action ${pick}` }),
    () =>
      importBytes(
        t,
        csv(`Date,Event\n0${1 + (pick % 9)}/05/2024,Call ${pick}\n,and again\n`),
        `Return ${pick} ${rows.length}.csv`,
        `Agency ${pick % 3}`,
        REVIEWER,
      ),
  ];
  try {
    await steps[kind % steps.length]!();
  } catch (error) {
    // Nothing to work on yet, or a name that is taken: a refused command must leave no trace either.
    if (!(error instanceof AppError) && !(error instanceof TypeError)) throw error;
  }
}

describe('undo', () => {
  test('any run of commands, undone, gives the same review; redone, the same again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(13), fc.nat(40)), { minLength: 1, maxLength: 14 }), async (steps) => {
        const t = await openTest();
        await withEntries(t, 4);
        // The entries' own import came from somebody else: undo takes back one's own work only.
        const before = await dump(t.path);
        for (const [kind, pick] of steps) await anyStep(t, kind, pick);
        const after = await dump(t.path);
        let undone = 0;
        while ((await t.call('history.state', {})).undo !== null) {
          await t.call('history.undo', {});
          undone += 1;
        }
        expect(await dump(t.path)).toBe(before);
        for (let i = 0; i < undone; i++) await t.call('history.redo', {});
        expect(await dump(t.path)).toBe(after);
        expect((await t.call('history.state', {})).redo).toBeNull();
        await t.core.close();
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('an import is taken back whole, and refused with the list once work leans on it', async () => {
    const t = await openTest();
    const before = await dump(t.path);
    const { eventIds } = await withEntries(t, 3);
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Not brought', definition: '' }, PANEL);
    await t.call('tag.set', { themeId: theme.id, eventIds: [eventIds[0]!], on: true }, PANEL);
    await expect(t.call('history.undo', {}, MANAGER)).rejects.toMatchObject({
      code: 'undoConflict',
      details: { list: '1 theme tags' },
    });
    await t.call('history.undo', {}, PANEL);
    await t.call('history.undo', {}, PANEL);
    await t.call('history.undo', {}, MANAGER);
    expect(await dump(t.path)).toBe(before);
  });

  test('a later change of the same row by somebody else stands in the way', async () => {
    const t = await openTest();
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'Days', definition: '' }, PANEL);
    await t.call('theme.update', { id: theme.id, rowVersion: theme.rowVersion, name: 'Days and nights' }, MANAGER);
    await expect(t.call('history.undo', {}, PANEL)).rejects.toMatchObject({ code: 'undoConflict' });
  });

  test('a stale version is refused, also after an undo brought an older one back', async () => {
    const t = await openTest();
    const first = await t.call('theme.add', { id: newId(), parentId: null, name: 'A', definition: '' });
    const second = await t.call('theme.update', { id: first.id, rowVersion: first.rowVersion, name: 'B' });
    await t.call('history.undo', {});
    await t.call('theme.update', { id: first.id, rowVersion: first.rowVersion, name: 'C' });
    await expect(t.call('theme.update', { id: first.id, rowVersion: second.rowVersion, name: 'D' })).rejects.toMatchObject({
      code: 'versionConflict',
    });
  });

  test('nothing to undo or redo says so', async () => {
    const t = await openTest();
    await expect(t.call('history.undo', {})).rejects.toMatchObject({ code: 'undoNothing' });
    await expect(t.call('history.redo', {})).rejects.toMatchObject({ code: 'redoNothing' });
  });
});

describe('a command', () => {
  test('that throws leaves no row, no index, no activity', async () => {
    const t = await openTest();
    await withEntries(t, 2);
    const before = await dump(t.path);
    const log = await t.call('history.list', { before: null, limit: 50 });
    await expect(t.call('tag.set', { themeId: newId(), eventIds: [newId()], on: true })).rejects.toMatchObject({
      code: 'notFound',
    });
    const theme = await t.call('theme.add', { id: newId(), parentId: null, name: 'T', definition: '' });
    const page = await t.call('chronology.page', { filter: {}, from: null, limit: 5 });
    await expect(t.call('tag.set', { themeId: theme.id, eventIds: [page.rows[0]!.id, newId()], on: true })).rejects.toMatchObject(
      { code: 'notFound' },
    );
    expect((await t.call('theme.list', {}))[0]!.entries).toBe(0);
    await t.call('history.undo', {});
    expect(await dump(t.path)).toBe(before);
    expect((await t.call('history.list', { before: null, limit: 50 })).items.length).toBe(log.items.length + 2);
  });

  test('tells of its change after the commit, with the ids', async () => {
    const t = await openTest();
    const { eventIds } = await withEntries(t, 2);
    t.events.length = 0;
    const row = (await t.call('chronology.page', { filter: {}, from: null, limit: 5 })).rows[0]!;
    const note = await t.call(
      'annotation.add',
      { id: newId(), eventId: eventIds[0]!, eventRowVersion: row.rowVersion, body: 'Asked of the trust.' },
      PANEL,
    );
    expect(t.events).toEqual([
      expect.objectContaining({ changes: { annotation: [note.id] }, person: PANEL.name, label: 'Annotate an entry' }),
    ]);
  });
});
