import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary, openDesktop } from '#hosts/cli/start.ts';
import { ELSEWHERE_LINE, READY_LINE } from '#hosts/desktop/ready-line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in Electron's place. */
function program(lines: string): string {
  const path = join(folder, 'electron');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.skipIf(process.platform === 'win32')('the desktop window, as npm start sees it', () => {
  it.each([
    ['ends at once', 'exit 1', /could not start/],
    [
      'aborts, as Electron does without its sandbox helper',
      'echo "The SUID sandbox helper binary was found" >&2; kill -ABRT $$',
      /could not start/,
    ],
    ['says something else', 'echo starting; exit 0', /could not start/],
    ['says nothing for ever', 'exec sleep 60', /did not appear/],
    ['talks for ever', 'while :; do echo wait; sleep 0.05; done', /did not appear/],
  ])('gives way to the browser when it %s', async (_what, lines, why) => {
    expect(await openDesktop(program(lines), 400)).toMatch(why);
  });

  it('gives way to the browser when it is no program', async () => {
    writeFileSync(join(folder, 'electron'), 'no program', { mode: 0o644 });
    expect(await openDesktop(join(folder, 'electron'), 400)).toMatch(/could not start|did not appear/);
    expect(await openDesktop(join(folder, 'nothing'), 400)).toMatch(/could not start|did not appear/);
  });

  it('is taken when it shows itself, however the line comes', async () => {
    const half = READY_LINE.length / 2;
    const window = await openDesktop(
      program(`printf '${READY_LINE.slice(0, half)}'; sleep 0.1; echo '${READY_LINE.slice(half)}'; exec sleep 60`),
      5000,
    );
    if (typeof window === 'string') throw new Error(window);
    expect(window.exitCode).toBeNull();
    window.kill();
  });

  it('is left alone where it is open already', async () => {
    expect(await openDesktop(program(`echo ${ELSEWHERE_LINE}; exit 0`), 5000)).toBe('elsewhere');
  });

  it('is found only where its binary is', () => {
    const electron = join(folder, 'node_modules/electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    expect(electronBinary(folder)).toBeNull();
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(electronBinary(folder)).toBeNull();
    writeFileSync(join(electron, 'dist/electron'), '');
    expect(electronBinary(folder)).toBe(join(electron, 'dist/electron'));
  });
});
