import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogEntry } from '#core/ports.ts';

const MOST_BYTES = 1_000_000;

/** Structured lines in `log/plumbline.log`; the file before the last is kept. A log that fails stops nothing. */
export function createLogFile(folder: string, now: () => number): (entry: LogEntry) => void {
  const path = join(folder, 'log', 'plumbline.log');
  return (entry) => {
    try {
      mkdirSync(join(folder, 'log'), { recursive: true, mode: 0o700 });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MOST_BYTES) renameSync(path, `${path}.1`);
      appendFileSync(path, `${JSON.stringify({ at: new Date(now()).toISOString(), ...entry })}\n`, { mode: 0o600 });
    } catch {
      // Nothing to be done, and nobody to be told who could do more.
    }
  };
}
