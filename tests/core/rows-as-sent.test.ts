import { expect, test } from 'vitest';
import type { EventFilter } from '#shared/contract/event-filter.ts';
import { importBytes, MANAGER, openTest, type TestCore } from './harness.ts';

/** More rows than lie in one block, with a title row of another shape between them. */
const ROWS = 600;
const csv = (changed: number): Uint8Array =>
  new TextEncoder().encode(
    `Date,Event,Worker\n${Array.from({ length: ROWS }, (_, i) => `0${1 + (i % 9)}/05/2024,"Call ${i}${i === changed ? ' at noon' : ''}",Desk ${i % 7}`).join('\n')}\n`,
  );
const cellsAt = async (t: TestCore, id: string, row: number, returnVersion?: number): Promise<string[]> => {
  const rows = await t.call('returns.rows', { id, table: 1, around: row, limit: 1, ...(returnVersion ? { returnVersion } : {}) });
  return rows[0]!.cells.map(({ text }) => text);
};
const changed = async (t: TestCore): Promise<string[]> => {
  const filter: EventFilter = { where: { match: 'any', of: [{ kind: 'fact', is: 'changedLast' }] } };
  return (await t.call('chronology.page', { filter, from: null, limit: 20 })).rows.map((row) => row.text);
};

test('rows as sent are read out of their blocks, for each version, through undo and redo', async () => {
  const t = await openTest();
  const { returnId } = await importBytes(t, csv(-1), 'Housing.csv', 'Ostershire Homes');
  const id = returnId!;
  await importBytes(t, csv(511), 'Housing.csv', 'Ostershire Homes');
  const row = 511 + 2;
  expect(await cellsAt(t, id, row, 1)).toEqual(['08/05/2024', 'Call 511', 'Desk 0']);
  expect(await cellsAt(t, id, row, 2)).toEqual(['08/05/2024', 'Call 511 at noon', 'Desk 0']);
  expect((await cellsAt(t, id, 2)).slice(1)).toEqual(['Call 0', 'Desk 0']);
  expect((await cellsAt(t, id, 257)).slice(1)).toEqual(['Call 255', 'Desk 3']);
  expect((await cellsAt(t, id, 258)).slice(1)).toEqual(['Call 256', 'Desk 4']);
  expect(await changed(t)).toEqual(['Call 511 at noon']);
  const hit = (await t.call('chronology.page', { filter: { search: 'noon' }, from: null, limit: 2 })).rows[0]!;
  const versions = await t.call('returns.entryVersions', { eventId: hit.id });
  expect(versions.map((one) => one.cells.find(({ column }) => column === 'Event')?.text)).toEqual([
    'Call 511 at noon',
    'Call 511',
  ]);
  await t.call('history.undo', {}, MANAGER);
  expect(await changed(t)).toEqual([]);
  await t.call('history.undo', {}, MANAGER);
  await t.call('history.redo', {}, MANAGER);
  await t.call('history.redo', {}, MANAGER);
  expect(await cellsAt(t, id, row, 1)).toEqual(['08/05/2024', 'Call 511', 'Desk 0']);
  expect(await changed(t)).toEqual(['Call 511 at noon']);
  expect(await t.core.verify()).toMatchObject({ ok: true, problems: [] });
});

test('a return that was kept unpacked stays so in its next version, and is compared all the same', async () => {
  const t = await openTest();
  const { returnId } = await importBytes(t, csv(-1), 'Housing.csv', 'Ostershire Homes');
  const { cellsReader } = await import('#core/db/kept-cells.ts');
  const { openConnection } = await import('#core/db/connection.ts');
  const { readDb } = await import('#core/db/sql.ts');
  const { TEST_KEY } = await import('./harness.ts');
  // As an older program left it: the cells with each row.
  const connection = openConnection(t.path, TEST_KEY, 'write');
  const read = cellsReader(readDb(connection));
  connection.exec(`DROP TRIGGER "returnRowNeverChanges"`);
  const rows = connection.prepare(`SELECT id, "returnId", "returnVersion", cells FROM "returnRow"`).all() as {
    id: Uint8Array;
    returnId: Uint8Array;
    returnVersion: number;
    cells: string;
  }[];
  const write = connection.prepare(`UPDATE "returnRow" SET cells = ? WHERE id = ?`);
  for (const row of rows) write.run(JSON.stringify(read(row)), row.id);
  connection.exec(`DELETE FROM "returnBlock"`);
  connection.close();
  await importBytes(t, csv(300), 'Housing.csv', 'Ostershire Homes');
  expect(await changed(t)).toEqual(['Call 300 at noon']);
  expect((await cellsAt(t, returnId!, 302, 1))[1]).toBe('Call 300');
  expect((await cellsAt(t, returnId!, 302, 2))[1]).toBe('Call 300 at noon');
});
