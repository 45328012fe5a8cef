import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import { openEngine } from '#core/engine/open-engine.ts';
import type { AgencyReturn } from '#shared/contract/returns.ts';
import { emptyFile, openTest, REVIEWER, TEST_KEY } from './harness.ts';

const ROUNDS = 200;
const OUT = fileURLToPath(new URL('../../out/test-crash', import.meta.url));

// One file starts in a tenth of the time of two hundred modules, and it starts two hundred times.
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    build: {
      ssr: 'tests/core/crash-writer.ts',
      outDir: OUT,
      emptyOutDir: true,
      rolldownOptions: { external: ['better-sqlite3'] },
    },
  });
});

/**
 * Kills a writing process at a random moment, again and again on the same file: everything that it was told was kept
 * must be there, the file must verify, and a command is there whole or not at all.
 */
test(`after kill -9 at any moment nothing acknowledged is lost (${ROUNDS} times)`, async () => {
  const path = emptyFile();
  const first = await openTest(path);
  await first.core.close();
  const acknowledged = new Set<string>();
  let leftLog = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const child = fork(join(OUT, 'crash-writer.js'), [path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (id: string) => acknowledged.add(id));
    // After one word, or so many that imports lie between them, however slow the machine is; some kills land inside a commit.
    for (let words = 0; words <= round % 4; words++) await once(child, 'message');
    await new Promise((resolve) => setTimeout(resolve, (round * 7919) % 41));
    child.kill('SIGKILL');
    await once(child, 'exit');
    if (readdirSync(dirname(path)).some((name) => name.endsWith('-wal'))) leftLog += 1;
  }
  expect(leftLog).toBeGreaterThan(ROUNDS / 2);
  const engine = openEngine({ path, key: TEST_KEY, readOnly: false }, 'writer');
  const ask = (name: string, input: unknown): unknown =>
    engine.handle({ op: 'query', name, input, session: REVIEWER, now: '2026-11-16T10:00:00.000Z' });
  const kept = new Set((ask('theme.list', {}) as { id: string }[]).map((theme) => theme.id));
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  const returns = ask('returns.list', {}) as AgencyReturn[];
  // An import is there with all its rows or it is not there.
  expect(returns.every((one) => one.events === 40)).toBe(true);
  expect(returns.length).toBeGreaterThan(0);
  expect(engine.handle({ op: 'verify' })).toMatchObject({ ok: true });
  engine.handle({ op: 'close' });
  expect(readdirSync(dirname(path))).toEqual(['test.review']);
  expect(readFileSync(join(dirname(path), 'test.review')).length % 4096).toBe(0);
}, 240_000);
