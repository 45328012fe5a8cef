import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** How to start the Chromium that npm has brought. `args` and nothing else: the package's own switch web security off. */
export type ChromiumAtHand = { executablePath: string; env: Record<string, string>; args: string[] };

/**
 * Unpacks the browser once, beside the packages, and finds out what the machine lacks: its libraries and a font come
 * out of the same package. Two processes at once do no harm: each unpacks on its own and the first to finish stays.
 */
export async function chromiumAtHand(): Promise<ChromiumAtHand> {
  const home = await unpacked();
  const executablePath = join(home, 'chromium');
  const fonts = hasFonts() ? {} : { FONTCONFIG_FILE: fontConfig(home) };
  for (const libraries of [{}, { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }]) {
    const env = { ...plainEnv(), ...fonts, ...libraries };
    if (await starts(executablePath, env)) return { executablePath, env, args: ['--no-sandbox'] };
  }
  throw new Error('Chromium does not start on this machine, with its own libraries or without.');
}

async function unpacked(): Promise<string> {
  const source = join(root, 'node_modules/@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, 'node_modules/.cache');
  const home = join(cache, `chromium-${version}`);
  if (existsSync(join(home, 'chromium'))) return home;
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'unpacking-'));
  const packed = readdirSync(join(source, 'bin')).map((name) => join(source, 'bin', name));
  const script = join(dirname(fileURLToPath(import.meta.url)), 'unpack-chromium.ts');
  await run(process.execPath, [script, ...packed], { env: { ...process.env, TMPDIR: part } });
  try {
    renameSync(part, home);
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
  return home;
}

async function starts(executablePath: string, env: Record<string, string>): Promise<boolean> {
  return await run(executablePath, ['--no-sandbox', '--version'], { env, timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}

function hasFonts(): boolean {
  if (!existsSync('/etc/fonts/fonts.conf')) return false;
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name))),
  );
}

function fontConfig(home: string): string {
  const file = join(home, 'fonts.conf');
  const lines = [`<dir>${join(home, 'fonts')}</dir>`, `<cachedir>${join(home, 'fonts-cache')}</cachedir>`];
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${lines.join('')}</fontconfig>`);
  return file;
}

function plainEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
