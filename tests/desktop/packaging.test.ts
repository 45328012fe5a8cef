import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Configuration } from 'app-builder-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
type ConfigTools = {
  getConfig(folder: string, file: string, more: null): Promise<Configuration>;
  validateConfiguration(config: Configuration, logger: unknown): Promise<void>;
};
const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as ConfigTools;

describe('the packaged program', () => {
  it('is described by a valid file', async () => {
    const { DebugLogger } = require('builder-util') as { DebugLogger: new (on: boolean) => unknown };
    await validateConfiguration(await getConfig(ROOT, 'electron-builder.yml', null), new DebugLogger(false));
  });

  it('has every fuse set against misuse, and no feed of updates', async () => {
    const config = await getConfig(ROOT, 'electron-builder.yml', null);
    expect(config.publish).toBeNull();
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

/** Real packing with stub files for Electron: what is inside can be seen, whether it starts cannot. */
describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('what is packed', () => {
  let folder: string;
  let inside: string[];
  let beside: string[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-pack-'));
    const script = fileURLToPath(new URL('./pack-around-stub.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [script, folder], { cwd: ROOT });
    const resources = join(folder, 'dist/linux-unpacked/resources');
    const { listPackage } = require('@electron/asar') as { listPackage(file: string, options: { isPack: boolean }): string[] };
    inside = listPackage(join(resources, 'app.asar'), { isPack: false });
    beside = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true }).map(String);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    '/package.json',
    '/out/node/desktop-main.js',
    '/out/node/desktop-core.js',
    '/out/node/desktop-preload.cjs',
    '/out/renderer/index.html',
  ])('has %s', (path) => expect(inside).toContain(path));

  it('has every bundle that was built', () => {
    for (const name of readdirSync(join(ROOT, 'out/node'))) expect(inside).toContain(`/out/node/${name}`);
  });

  it('has the one binary of the driver that this system needs, as a real file', () => {
    expect(beside.filter((path) => path.endsWith('.node'))).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    expect(inside.filter((path) => path.endsWith('.node'))).toEqual(['/node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  });

  it('has no sources, no tests, no tools', () => {
    const packages = new Set(
      inside.map((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter((name) => name !== undefined),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    const tops = new Set(inside.map((path) => path.split('/')[1]));
    expect([...tops].sort()).toEqual(['node_modules', 'out', 'package.json']);
    expect(inside.filter((path) => /\.(ts|tsx|map|c|cpp|gyp)$/.test(path))).toEqual([]);
  });
});
