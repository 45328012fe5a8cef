import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { backupFolderOf } from '#core/db/backup.ts';
import { openConnection } from '#core/db/connection.ts';
import { fileVersion, migrate } from '#core/db/migrate.ts';
import { MIGRATIONS, NEWEST_VERSION } from '#core/db/migrations/index.ts';
import { readDb, type Connection } from '#core/db/sql.ts';
import { openEngine } from '#core/engine/open-engine.ts';
import { filterSql } from '#core/features/chronology/filter-sql.ts';
import type { Condition, EventFilter } from '#shared/contract/event-filter.ts';
import { later, openTest, tempFolder, TEST_KEY, withEntries } from '../core/harness.ts';
import { record } from '../record/record.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/reviews/v0010.review', import.meta.url));

function keptFile(): string {
  const path = join(tempFolder(), 'kept.review');
  copyFileSync(FIXTURE, path);
  return path;
}
function open(path: string, mode: 'read' | 'write' = 'read'): Connection {
  const connection = openConnection(path, TEST_KEY, mode, 'rollback');
  later(() => void (connection.open && connection.close()));
  return connection;
}
const schemaOf = (connection: Connection): unknown[] =>
  connection.prepare(`SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name`).all();
/** A file that has been brought up to a version and no further. */
function madeAt(version: number): Connection {
  const connection = openConnection(join(tempFolder(), 'new.review'), TEST_KEY, 'create', 'rollback');
  later(() => void connection.close());
  migrate(connection, version);
  return connection;
}
const countOf = (connection: Connection, table: string): number =>
  connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;

describe('the steps', () => {
  test('are numbered upwards in tens, one file each, named by their number', () => {
    const versions = MIGRATIONS.map((step) => step.version);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions.every((version) => version % 10 === 0 && version > 0)).toBe(true);
    const files = readdirSync(fileURLToPath(new URL('../../electron/core/db/migrations', import.meta.url)));
    expect(files.filter((name) => /^\d/.test(name)).sort()).toEqual(
      MIGRATIONS.map((step) => `${String(step.version).padStart(4, '0')}-${step.name}.ts`),
    );
  });

  test.each(MIGRATIONS.map((step, i) => [step.version, MIGRATIONS[i - 1]?.version ?? 0] as const))(
    '%i follows %i alone, and nothing is done twice',
    (version, before) => {
      const connection = madeAt(before);
      expect(fileVersion(connection)).toBe(before);
      expect(migrate(connection, version)).toEqual([version]);
      expect(migrate(connection, version)).toEqual([]);
      expect(fileVersion(connection)).toBe(version);
      record('migration', version);
    },
  );

  test('a step that fails leaves the file where it was', () => {
    const connection = madeAt(10);
    const before = schemaOf(connection);
    const broken = [
      ...MIGRATIONS,
      { version: NEWEST_VERSION + 10, name: 'broken', up: (run: (sql: string) => void) => run('CREATE TABLE (') },
    ];
    expect(() => migrate(connection, NEWEST_VERSION + 10, broken)).toThrow();
    expect([fileVersion(connection), schemaOf(connection)]).toEqual([10, before]);
  });
});

describe('a kept file of version 10', () => {
  test('is as step 10 makes one: a step that has been released is never changed, another one follows it', () => {
    const kept = open(keptFile());
    expect(fileVersion(kept)).toBe(10);
    expect(schemaOf(kept)).toEqual(schemaOf(madeAt(10)));
    expect(countOf(kept, 'event')).toBe(4);
  });

  test('becomes what a new file is, every row kept, and what is derived is filled from the rows', async () => {
    const path = keptFile();
    const kept = ['event', 'returnRow', 'correction', 'auditEvent', 'changeRow'];
    const columnsOf = (connection: Connection, table: string): string =>
      connection.prepare(`SELECT group_concat('"' || name || '"') FROM pragma_table_info(?)`).pluck().get(table) as string;
    const old = open(path);
    // Later steps may add columns: what stood in those of version 10 stands there still.
    const columns = kept.map((table) => columnsOf(old, table));
    const rows = (connection: Connection): string =>
      JSON.stringify(kept.map((table, i) => connection.prepare(`SELECT ${columns[i]} FROM "${table}"`).raw().all()));
    const before = rows(old);
    old.close();
    const t = await openTest(path, { seed: false });
    expect(await t.core.verify()).toMatchObject({ ok: true, problems: [], entries: 4 });
    const found = async (search: string): Promise<string[]> =>
      (await t.call('chronology.page', { filter: { search }, from: null, limit: 10 })).rows.map((row) => row.text);
    expect(await found('clinic nurse')).toEqual(['Weighed at clinic by the nurse.']);
    // What stands and what the agency wrote are both found where an entry was corrected.
    expect(await found('warden')).toEqual(['Visit with the tenancy warden.']);
    expect(await found('housing officer')).toEqual(['Visit with the tenancy warden.']);
    const { density } = await t.call('review.overview', {});
    // The undated entry stands in no week.
    expect(density.reduce((sum, week) => sum + week.entries, 0)).toBe(3);
    expect((await t.call('register.list', {})).stale).toBe(true);
    await t.core.close();
    const fresh = open(path);
    expect(fileVersion(fresh)).toBe(NEWEST_VERSION);
    expect(rows(fresh)).toBe(before);
    expect(schemaOf(fresh)).toEqual(schemaOf(madeAt(NEWEST_VERSION)));
  });

  test('is copied first, byte for byte openable, and the copy is still of its old version', () => {
    const path = keptFile();
    openEngine({ path, key: TEST_KEY, readOnly: false }, 'writer').handle({ op: 'close' });
    const copies = readdirSync(backupFolderOf(path));
    expect(copies).toEqual([expect.stringMatching(/before update from 10\.review$/)]);
    const copy = open(join(backupFolderOf(path), copies[0]!));
    expect([fileVersion(copy), countOf(copy, 'event')]).toEqual([10, 4]);
  });

  test('is left alone where its copy cannot be made', async () => {
    const path = keptFile();
    const { writeFileSync } = await import('node:fs');
    writeFileSync(backupFolderOf(path), 'a file where the folder should be');
    const before = readFileSync(path);
    expect(() => openEngine({ path, key: TEST_KEY, readOnly: false }, 'writer')).toThrow(
      expect.objectContaining({ code: 'writeFailed' }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

const of = (...conditions: Condition[]): EventFilter => ({ where: { match: 'any', of: conditions } });

describe('how the list is answered', () => {
  test.each([
    ['the first page', {}, /eventVisible|INTEGER PRIMARY KEY|COVERING INDEX/],
    ['one agency', { agencyIds: ['$agency'] }, /eventAgency/],
    ['problems only', { problemsOnly: true }, /eventProblem|eventVisible/],
    ['words', { search: 'visit' }, /VIRTUAL TABLE INDEX/],
    ['words of one agency', { search: 'visit', agencyIds: ['$agency'] }, /VIRTUAL TABLE INDEX/],
    ['a theme', { themeIds: ['$theme'] }, /themeTag/],
    ['a person', { personIds: ['$theme'] }, /mentionSummary/],
    ['one return', { returnId: '$theme' }, /eventReturn/],
    ['a precision', of({ kind: 'precision', any: ['year'] }), /eventVisible/],
    ['a reference number or later', of({ kind: 'ref', from: 20 }), /eventVisible/],
    ['any of two facts', of({ kind: 'fact', is: 'timeKnown' }, { kind: 'fact', is: 'annotated' }), /eventVisible/],
    ['not of a theme', of({ kind: 'theme', ids: ['$theme'], not: true }), /eventVisible/],
    ['words of a condition', of({ kind: 'words', words: 'visit' }, { kind: 'fact', is: 'tagged' }), /VIRTUAL TABLE INDEX/],
    ['one heading', { within: { by: 'agency', key: '$agency' } }, /eventAgency/],
  ])('%s comes from an index in order, with no sorting', async (_what, filter, index) => {
    const t = await openTest();
    const { agencyId } = await withEntries(t, 30);
    const themeId = '01a20925-6565-7073-8e46-7b3b17ba687d';
    await t.core.close();
    const connection = open(t.path);
    const filled = JSON.parse(JSON.stringify(filter).replace('$agency', agencyId).replace('$theme', themeId)) as EventFilter;
    const sql = filterSql(readDb(connection), filled);
    const plan = connection
      .prepare(`EXPLAIN QUERY PLAN SELECT e.* FROM ${sql.from} WHERE ${sql.where.join(' AND ')} ORDER BY ${sql.pos} LIMIT 100`)
      .all(...sql.params) as { detail: string }[];
    const text = plan.map((row) => row.detail).join('\n');
    expect(text).toMatch(index);
    expect(text).not.toMatch(/^SCAN (e|event)$/m);
    if (!('themeIds' in filter || 'personIds' in filter)) expect(text).not.toContain('TEMP B-TREE FOR ORDER BY');
  });
});
