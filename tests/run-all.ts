import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAll, isFresh } from './build/build.ts';
import { RECORD_FOLDER, RECORD_IS_WHOLE } from './record/record.ts';

/**
 * Everything that must hold, in one run: types, rules, rooms, format, then every kind of test, a real browser included.
 * The last line counts what really ran: each check is one, each test is one.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules', '.bin', name);
const checks: readonly [name: string, command: string, args: readonly string[]][] = [
  ['types', bin('tsc'), ['--build']],
  ['rules', bin('oxlint'), ['--deny-warnings', 'electron', 'renderer', 'shared', 'resources', 'tests']],
  ['rooms', process.execPath, ['tests/lint/check-rooms-main.ts']],
  ['format', bin('biome'), ['format', '.']],
];
/** Browser tests have both cores to themselves. */
const groups: readonly (readonly string[])[] = [
  ['lint', 'unit', 'core', 'transport', 'migrations', 'docx', 'renderer'],
  ['e2e', 'desktop'],
];
/** Run last and alone: it reads what all the others wrote down. */
const COMPLETENESS = 'tests/core/completeness.test.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numFailedTestSuites: number;
  success: boolean;
  testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
};

let passed = 0;
let failed = 0;
let skipped = 0;
/** Told once more at the end, where whoever waited for the count looks. */
const fallen: string[] = [];
const started = Date.now();

/** All at once: none waits for another, and the types take longest. */
const checked = checks.map(
  ([name, command, args]) =>
    new Promise<{ name: string; ok: boolean; said: string }>((resolve) => {
      execFile(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 }, (error, out, complaint) =>
        resolve({ name, ok: error === null, said: `${out}${complaint}` }),
      );
    }),
);
for (const { name, ok, said } of await Promise.all(checked)) {
  console.log(`${ok ? 'ok   ' : 'FAILS'} ${name}`);
  if (!ok) console.log(said.slice(0, 8_000));
  if (ok) passed += 1;
  else {
    failed += 1;
    fallen.push(name);
  }
}

if (!isFresh()) await buildAll((line) => console.log(line));
const folder = mkdtempSync(join(tmpdir(), 'plumbline-tests-'));
const recordFolder = mkdtempSync(join(tmpdir(), 'plumbline-record-'));
// Written to by the tests, read by the completeness test, which runs last and alone (tests/record/record.ts).
const env = { ...process.env, [RECORD_FOLDER]: recordFolder };
const runs = [
  ...groups.map((projects) => ({ projects, files: [] as string[], env })),
  { projects: ['core'], files: [COMPLETENESS], env: { ...env, [RECORD_IS_WHOLE]: '1' } },
];
for (const [i, run] of runs.entries()) {
  const file = join(folder, `${i}.json`);
  const projects = run.projects.flatMap((name) => ['--project', name]);
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects,
    ...run.files,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  // The project's own Node runs the tests: the database driver crashes under older ones.
  const done = spawnSync(process.execPath, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), ...args], {
    cwd: root,
    env: run.env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests;
    for (const { name, assertionResults } of report.testResults) {
      for (const { fullName, status } of assertionResults) {
        if (status === 'failed') fallen.push(`${relative(root, name)}: ${fullName}`);
      }
    }
    // A file that fell over before its tests, or a runner that did: no test failed, and yet it is a failure.
    if (done.status !== 0 && report.numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
  }
}
rmSync(folder, { recursive: true, force: true });
rmSync(recordFolder, { recursive: true, force: true });
for (const name of fallen) console.log(`failed: ${name}`);
console.log(`in ${Math.round((Date.now() - started) / 1000)} s`);
console.log(skipped > 0 ? `${passed} passed, ${failed} failed, ${skipped} skipped` : `${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
