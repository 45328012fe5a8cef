import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, 'out');
const STAMP = join(OUT, 'build.json');

/** Bundles of the Node side. All lie flat in out/node, so that a worker is found beside whoever starts it. */
const NODE_ENTRIES: Record<string, string> = {
  plumbline: 'electron/hosts/cli/bin.ts',
  'desktop-main': 'electron/hosts/desktop/main.ts',
  'desktop-core': 'electron/hosts/desktop/core-process.ts',
  'core-thread': 'electron/core/threads/core-thread.ts',
  'reader-worker': 'electron/core/workers/reader-worker.ts',
  'publish-worker': 'electron/core/workers/publish-worker.ts',
};
const PRELOAD = 'electron/hosts/desktop/preload.ts';
/** The driver carries a binary and Electron is no file of ours: both are loaded as they are. */
const isExternal = (id: string): boolean => isBuiltin(id) || id === 'electron' || id === 'better-sqlite3';

const ROOMS = ['shared', 'electron', 'renderer', 'resources', 'tests/build'];

/** Digest of everything the build is made from, or of some rooms. */
export function sourceDigest(rooms: readonly string[] = ROOMS): string {
  const hash = createHash('sha256');
  for (const room of rooms) {
    for (const file of filesUnder(join(ROOT, room))) {
      hash.update(`${relative(ROOT, file)}\0`);
      hash.update(readFileSync(file));
    }
  }
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

export function isFresh(): boolean {
  return existsSync(STAMP) && (JSON.parse(readFileSync(STAMP, 'utf8')) as { digest: string }).digest === sourceDigest();
}

const PARTS = ['page', 'node'] as const;
type Part = (typeof PARTS)[number];

/** With some parts only, the build counts as stale still. */
export async function buildAll(log: (line: string) => void, parts: readonly Part[] = PARTS): Promise<void> {
  const started = Date.now();
  mkdirSync(OUT, { recursive: true });
  const digest = sourceDigest();
  const version = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
  const define = { PLUMBLINE_BUILD_ID: JSON.stringify(`${version}+${sourceDigest(['shared'])}`) };
  rmSync(STAMP, { force: true });
  // A test runner says "test" here, and the page would be built for development, with the paths of this machine in it.
  const surrounding = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  // Made beside and put in place whole: a server that runs, or another build, never meets half of one.
  const made = mkdtempSync(join(OUT, '.making-'));
  try {
    if (parts.includes('page')) await buildPage(made, define);
    if (parts.includes('node')) {
      await buildNode(made, define);
      await buildPreload(made, define);
    }
    for (const name of readdirSync(made)) putInPlace(join(made, name), join(OUT, name));
  } finally {
    rmSync(made, { recursive: true, force: true });
    if (surrounding === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = surrounding;
  }
  if (PARTS.every((part) => parts.includes(part))) writeFileSync(STAMP, JSON.stringify({ digest, version }));
  log(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

async function buildPage(made: string, define: Record<string, string>): Promise<void> {
  const { pageBuild } = await import('../../renderer/vite.config.ts');
  await build({
    ...pageBuild,
    root: join(ROOT, 'renderer'),
    define,
    logLevel: 'warn',
    build: { ...pageBuild.build, outDir: join(made, 'renderer') },
  });
}

async function buildNode(made: string, define: Record<string, string>): Promise<void> {
  await build({
    ...nodeBuild(made, define),
    build: {
      ...nodeBuild(made, define).build,
      rolldownOptions: {
        external: isExternal,
        input: Object.fromEntries(Object.entries(NODE_ENTRIES).map(([name, file]) => [name, join(ROOT, file)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  });
  const bin = join(made, 'node/plumbline.js');
  const text = readFileSync(bin, 'utf8');
  writeFileSync(bin, text.startsWith('#!') ? text : `#!/usr/bin/env node\n${text}`);
  chmodSync(bin, 0o755);
}

/** A sandboxed preload is one CommonJS file. */
async function buildPreload(made: string, define: Record<string, string>): Promise<void> {
  await build({
    ...nodeBuild(made, define),
    build: {
      ...nodeBuild(made, define).build,
      rolldownOptions: {
        external: isExternal,
        input: { 'desktop-preload': join(ROOT, PRELOAD) },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  });
}

function nodeBuild(made: string, define: Record<string, string>): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    define,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node22',
      minify: false,
      sourcemap: false,
      outDir: join(made, 'node'),
      emptyOutDir: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5000,
    },
  };
}

function putInPlace(made: string, place: string): void {
  const old = `${made}-before`;
  try {
    renameSync(place, old);
  } catch {
    // the first build
  }
  renameSync(made, place);
  rmSync(old, { recursive: true, force: true });
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

if (import.meta.main) {
  const asked = PARTS.filter((part) => process.argv.includes(part));
  try {
    await buildAll((line) => process.stdout.write(`${line}\n`), asked.length > 0 ? asked : PARTS);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
