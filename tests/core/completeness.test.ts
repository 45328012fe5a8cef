import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { MIGRATIONS } from '#core/db/migrations/index.ts';
import { contract } from '#shared/contract/index.ts';
import { PublicationKind } from '#shared/model/publication-kinds.ts';
import { ERROR_CODES } from '#shared/kernel/error-table.ts';
import { SPELLING_CLASSES } from '#shared/redaction/spelling-classes.ts';
import { NODE_TYPES } from '#shared/richtext/schema.ts';
import { ROOT } from '../build/build.ts';
import { record, RECORD_FOLDER, RECORD_IS_WHOLE, recorded, type Kind } from '../record/record.ts';

/**
 * Nothing of the product goes without a test. Two kinds of proof:
 * - Procedures, migrations, editor nodes and kinds of publication are written down while they are really exercised
 *   (tests/record/record.ts: the harness of the core tests, the runs of the program and the migration tests write), and
 *   compared here with the contract and the schemas. The runner starts this file once more, last and alone, when the
 *   record is whole; run by hand without it, these comparisons are not made.
 * - Error codes and spelling classes are literals that a test must expect: their names are looked for in the sources of the
 *   tests, without this file and without helpers that only list them.
 */
const TESTS = join(ROOT, 'tests');
const OWN = 'completeness.test.ts';
const sources = (folder = TESTS): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(test\.tsx?|txt)$|corpus\.ts$/.test(entry.name) && entry.name !== OWN)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');

function missing(wanted: readonly string[], found: (name: string) => boolean): string[] {
  return wanted.filter((name) => !found(name));
}

describe('literals that a test expects', () => {
  const text = sources();

  test('every error code', () => {
    expect(missing(ERROR_CODES, (code) => new RegExp(`['"\`]${code}['"\`]`).test(text))).toEqual([]);
  });

  test('every spelling class', () => {
    const names = SPELLING_CLASSES.map(({ name }) => name);
    const redaction = sources(join(TESTS, 'unit', 'redaction'));
    expect(missing(names, (name) => new RegExp(`\\b${name}\\b`).test(redaction))).toEqual([]);
  });

  test('the look can miss something', () => {
    expect(missing(['badInput', 'noSuchCode'], (code) => text.includes(`'${code}'`))).toEqual(['noSuchCode']);
  });
});

test('the record keeps what is written into it, by kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-record-test-'));
  vi.stubEnv(RECORD_FOLDER, folder);
  record('publication', 'onlyHere');
  expect(recorded()?.get('publication')).toEqual(new Set(['onlyHere']));
  expect(recorded()?.get('procedure')).toBeUndefined();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

if (process.env[RECORD_IS_WHOLE] !== undefined) {
  describe('what was really exercised', () => {
    const all = recorded();
    test.each<[string, Kind, readonly (string | number)[]]>([
      ['every procedure of the contract', 'procedure', Object.keys(contract)],
      ['every migration', 'migration', MIGRATIONS.map((step) => step.version)],
      ['every node of the editor', 'node', NODE_TYPES],
      ['every kind of publication', 'publication', PublicationKind.options],
    ])('%s', (_what, kind, wanted) => {
      const names = all?.get(kind) ?? new Set();
      expect(missing(wanted.map(String), (name) => names.has(name))).toEqual([]);
    });
  });
}
